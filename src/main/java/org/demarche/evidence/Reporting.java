package org.demarche.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.cases.Telling;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Report;
import org.demarche.model.Settled;
import org.demarche.worlds.Worlds;
import org.jspecify.annotations.Nullable;

/**
 * What is reported, question by question: by whom, how good that is, what only repeats something else, what contradicts what, and what
 * no longer counts. The quality of information check of the Tradecraft Primer of the US Government (2009).
 *
 * @param questions those on which something is reported, sorted by id
 * @param circles the ids of reports that repeat each other in a circle
 * @param ended what does not count any more, sorted by id
 */
public record Reporting(List<Asked> questions, List<List<String>> circles, List<Ended> ended) {

    private static final String CONFIRMED = "1";
    private static final String IMPROBABLE = "5";

    public Reporting {
        questions = List.copyOf(questions);
        circles = List.copyOf(circles);
        ended = List.copyOf(ended);
    }

    /**
     * A question with what is reported on it.
     *
     * @param settled the answer on which all possible scenarios agree; empty while it is open
     * @param answers those that are reported, in the order of the question
     */
    public record Asked(Question question, Optional<String> settled, List<Said> answers) {
        public Asked {
            answers = List.copyOf(answers);
        }

        /** Whether reports contradict each other. */
        public boolean inConflict() {
            return answers.size() > 1;
        }
    }

    /**
     * What is reported for one answer.
     *
     * @param origins how many independent origins it has
     * @param reports sorted by when they became known, then by id
     */
    public record Said(String answer, int origins, List<Told> reports) {
        public Said {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A report.
     *
     * @param voice who stands behind it: the one to whom its origin belongs
     * @param credibility what is to be thought of its credibility now, by what is settled: the reliability of its source is another
     *     matter, and stays as it was judged
     * @param because the ids of the reports by which that changed; none where it did not
     */
    public record Told(Report report, Statement statement, String voice, String credibility, List<String> because) {
        public Told {
            because = List.copyOf(because);
        }

        public Telling telling() {
            return statement.telling();
        }
    }

    /**
     * A report that does not count any more.
     *
     * @param repeats what it only repeats, and which was withdrawn or refuted; {@code ""} where it was itself
     */
    public record Ended(String report, boolean refuted, LocalDate on, String repeats) {}

    /** What is reported on the day of a case. */
    public static Reporting of(Worlds worlds, CaseFile file) {
        // What is only supposed has not been settled by anybody.
        Map<String, String> answered = worlds.free().answered();
        List<Asked> questions = new ArrayList<>();
        file.questionsAt().stream().sorted(Comparator.comparing(Question::id)).forEach(question -> {
            List<Said> said = question.answerIds().stream()
                    .flatMap(answer -> said(worlds, file, question.id(), answer, answered))
                    .toList();
            if (!said.isEmpty()) {
                questions.add(new Asked(question, Optional.ofNullable(answered.get(question.id())), said));
            }
        });
        return new Reporting(questions, file.circularReports(), ended(file));
    }

    private static Stream<Said> said(
            Worlds worlds, CaseFile file, String question, String answer, Map<String, String> answered) {
        Premises premises = new Premises(file);
        List<Told> told = file.statementsAt().stream()
                .filter(statement -> statement.fact() instanceof Report report
                        && report.question().equals(question)
                        && report.answer().equals(answer))
                .sorted(Comparator.comparing(
                                (Statement statement) -> statement.firstDay().orElse(LocalDate.MIN))
                        .thenComparing(statement -> statement.fact().id()))
                .map(statement -> told(worlds, premises, statement, answered))
                .toList();
        int origins = (int) told.stream().map(Told::voice).distinct().count();
        return told.isEmpty() ? Stream.empty() : Stream.of(new Said(answer, origins, told));
    }

    private static Told told(Worlds worlds, Premises premises, Statement statement, Map<String, String> answered) {
        Report report = (Report) statement.fact();
        String voice = premises.voice(report).origin();
        List<String> settling = settling(worlds, premises, answered.get(report.question()), report, voice);
        boolean right = report.answer().equals(answered.get(report.question()));
        String now = settling.isEmpty() ? report.credibility() : right ? CONFIRMED : IMPROBABLE;
        return new Told(report, statement, voice, now, now.equals(report.credibility()) ? List.of() : settling);
    }

    /** The reports of other origins on which it rests that a question is settled. */
    private static List<String> settling(
            Worlds worlds, Premises premises, @Nullable String answer, Report report, String voice) {
        if (answer == null) {
            return List.of();
        }
        DerivationGraph graph = worlds.graph();
        return graph.find(new Settled(report.question(), answer)).stream()
                .flatMap(node -> graph.derivationsOf(node).stream())
                .filter(derivation -> worlds.stands(derivation))
                .flatMap(derivation -> derivation.matched().stream())
                .flatMap(node -> graph.fact(node).stream())
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .filter(other -> !premises.voice(other).origin().equals(voice))
                .map(Report::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Ended> ended(CaseFile file) {
        Map<String, Statement> reports = new TreeMap<>();
        file.statements().forEach(statement -> {
            if (statement.fact() instanceof Report report
                    && file.asOf().map(statement::visibleAt).orElse(true)) {
                reports.put(report.id(), statement);
            }
        });
        return reports.keySet().stream()
                .flatMap(id -> ended(id, reports, file.asOf()).stream())
                .toList();
    }

    /** What became of a report, or of what it repeats. */
    private static Optional<Ended> ended(String id, Map<String, Statement> reports, Optional<LocalDate> day) {
        Set<String> passed = new HashSet<>();
        Statement at = reports.get(id);
        while (at != null && passed.add(at.fact().id())) {
            Telling telling = at.telling();
            Optional<LocalDate> end = telling.end()
                    .filter(date -> day.map(now -> !date.isAfter(now)).orElse(true));
            if (end.isPresent()) {
                String ended = at.fact().id();
                return Optional.of(
                        new Ended(id, telling.refuted().equals(end), end.get(), ended.equals(id) ? "" : ended));
            }
            at = reports.get(telling.repeats());
        }
        return Optional.empty();
    }
}
