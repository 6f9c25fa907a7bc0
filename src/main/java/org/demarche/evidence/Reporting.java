package org.demarche.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.cases.Telling;
import org.demarche.inference.Choice;
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
     * @param reports sorted by when they became known, originals before copies, then by id
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

    /** Why a report does not count on a day on which it is known. */
    public enum Why {
        WITHDRAWN,
        REFUTED,
        /** It tells of what is over, or was to count no longer. */
        OVER,
        /** It tells of what is still to come. */
        AHEAD
    }

    /**
     * A report that is known and does not count.
     *
     * @param on since when, or from when on it will
     * @param repeats what it only repeats, and which was withdrawn or refuted; {@code ""} where it was itself
     */
    public record Ended(String report, Why why, LocalDate on, String repeats) {}

    /** What is reported on the day of a case. */
    public static Reporting of(Worlds worlds, CaseFile file) {
        // What is only supposed has not been settled by anybody.
        Map<String, String> answered = worlds.free().answered();
        Premises premises = new Premises(file);
        Map<Choice, List<Statement>> reports = new HashMap<>();
        file.statementsAt().forEach(statement -> {
            if (statement.fact() instanceof Report report) {
                reports.computeIfAbsent(new Choice(report.question(), report.answer()), any -> new ArrayList<>())
                        .add(statement);
            }
        });
        List<Asked> questions = new ArrayList<>();
        file.questionsAt().stream().sorted(Comparator.comparing(Question::id)).forEach(question -> {
            List<Said> said = question.answerIds().stream()
                    .map(answer -> new Choice(question.id(), answer))
                    .filter(reports::containsKey)
                    .map(choice -> said(worlds, premises, choice, reports.getOrDefault(choice, List.of()), answered))
                    .toList();
            if (!said.isEmpty()) {
                questions.add(new Asked(question, Optional.ofNullable(answered.get(question.id())), said));
            }
        });
        return new Reporting(questions, file.circularReports(), ended(file));
    }

    private static Said said(
            Worlds worlds, Premises premises, Choice choice, List<Statement> reports, Map<String, String> answered) {
        List<Told> told = reports.stream()
                .sorted(Comparator.comparing(
                                (Statement statement) -> statement.firstDay().orElse(LocalDate.MIN))
                        .thenComparing(statement -> premises.isCopy(statement.fact()))
                        .thenComparing(statement -> statement.fact().id()))
                .map(statement -> told(worlds, premises, statement, answered))
                .toList();
        int origins = (int) told.stream().map(Told::voice).distinct().count();
        return new Said(choice.answer(), origins, told);
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
                .filter(other -> !premises.voice(other).origin().equals(voice) && !premises.isCopy(other))
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
            Optional<Ended> found = withdrawn(id, at, day);
            if (found.isPresent()) {
                return found;
            }
            at = reports.get(at.telling().repeats());
        }
        return day.flatMap(now -> offDay(id, reports.get(id), now));
    }

    private static Optional<Ended> withdrawn(String id, Statement report, Optional<LocalDate> day) {
        Telling telling = report.telling();
        String repeats = report.fact().id().equals(id) ? "" : report.fact().id();
        return telling.end()
                .filter(end -> day.map(now -> !end.isAfter(now)).orElse(true))
                .map(end -> new Ended(
                        id, telling.refuted().equals(telling.end()) ? Why.REFUTED : Why.WITHDRAWN, end, repeats));
    }

    /** What tells of other days only. */
    private static Optional<Ended> offDay(String id, @Nullable Statement report, LocalDate day) {
        if (report == null || report.holdsAt(day)) {
            return Optional.empty();
        }
        return report.until()
                .filter(end -> !end.isAfter(day))
                .map(end -> new Ended(id, Why.OVER, end, ""))
                .or(() -> report.since().map(since -> new Ended(id, Why.AHEAD, since, "")));
    }
}
