package org.demarche.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Fact;
import org.demarche.model.Report;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** What the reports of a case refer to: facts that become questions, reports that they repeat, and what is known of who says them. */
final class Reports {

    /** The answers to the question whether a reported fact is so. */
    static final String YES = "yes";

    static final String NO = "no";

    /** Grades when nobody has judged: reliability and credibility cannot be told. */
    static final Grade UNJUDGED = new Grade("F", "6");

    private final Reading reading;
    private final Map<String, List<Reported>> reported = new LinkedHashMap<>();
    private final List<Copy> copies = new ArrayList<>();

    /** A fact that is reported, and where. */
    private record Reported(Statement statement, YamlNode node) {}

    /** What a report repeats. */
    private record Copy(String id, YamlScalar of) {}

    Reports(Reading reading) {
        this.reading = reading;
    }

    /** Notes that a report is about a fact; the id of the question whether it is so. */
    String reported(Statement statement, YamlNode node) {
        String question = question(statement.fact());
        reported.computeIfAbsent(question, any -> new ArrayList<>()).add(new Reported(statement, node));
        return question;
    }

    /** Notes that a report repeats another; whether there is one is seen later. */
    void repeated(String copy, YamlScalar id) {
        copies.add(new Copy(copy, id));
    }

    /** To be done when all files are read. */
    void finish() {
        Set<String> asked = reading.draft.questions.stream().map(Question::id).collect(Collectors.toSet());
        reported.forEach((id, all) -> ask(id, all, asked));
        List<Statement> statements = reading.draft.statements;
        statements.replaceAll(this::graded);
        Map<String, Report> reports = new TreeMap<>();
        reports(statements).forEach(report -> reports.put(report.id(), report));
        copies.forEach(copy -> check(copy, reports));
    }

    private void check(Copy copy, Map<String, Report> reports) {
        YamlScalar of = copy.of();
        Report original = reports.get(of.value());
        Report report = reports.get(copy.id());
        if (original == null) {
            reading.problems.add(
                    of.error("unknown-report", "The case has no report `" + of.value() + "` that could be repeated.")
                            .withHint(Hints.nearest(of.value(), List.copyOf(reports.keySet()), "")));
        } else if (report != null && !saysTheSame(report, original)) {
            reading.problems.add(of.error("other-answer", "`" + of.value() + "` says something else.")
                    .withHint("What repeats a report is on the same question, and gives the same answer."));
        }
    }

    private static boolean saysTheSame(Report one, Report other) {
        return one.question().equals(other.question()) && one.answer().equals(other.answer());
    }

    private static Stream<Report> reports(List<Statement> statements) {
        return statements.stream()
                .map(Statement::fact)
                .filter(Report.class::isInstance)
                .map(Report.class::cast);
    }

    /** The id of the question whether a fact is so: the fact's own, in small letters and hyphens. */
    private static String question(Fact fact) {
        return fact.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private void ask(String id, List<Reported> all, Set<String> askedOtherwise) {
        Reported first = all.get(0);
        boolean asked = askedOtherwise.contains(id);
        if (asked || reading.draft.actors.containsKey(id)) {
            reading.problems.add(first.node()
                    .error(
                            "ambiguous-id",
                            "Whether this is so would be the question `" + id + "`, and the case "
                                    + (asked ? "asks another one by this id." : "has an actor with this id."))
                    .withHint("Give that " + (asked ? "question" : "actor")
                            + " another id, or report on a question of your own with `question` and `answer`."));
            return;
        }
        List<Reported> others = all.stream()
                .filter(each ->
                        !each.statement().fact().equals(first.statement().fact()))
                .toList();
        others.forEach(other -> reading.problems.add(other.node()
                .error(
                        "ambiguous-id",
                        "Whether this is so would be the question `" + id + "`, and so would what is reported at "
                                + first.statement().at() + ", which is another fact.")
                .withHint("Ask about one of them with a question of your own, and report on that with `question` and"
                        + " `answer`.")));
        SourceLocation at = first.statement().at();
        List<Statement> statements = all.stream().map(Reported::statement).toList();
        Answer yes = new Answer(YES, "", Optional.empty(), statements, List.of(), "", at);
        Answer no = new Answer(NO, "", Optional.empty(), List.of(), List.of(), "", at);
        reading.draft.questions.add(new Question(id, "", List.of(yes, no), List.of(), Optional.empty(), true, "", at));
    }

    /** A question that {@link #ask} has made, in words. */
    static Question inWords(Question question, Function<Fact, String> clause) {
        Answer yes = question.answer(YES).orElseThrow();
        if (yes.facts().isEmpty()) {
            // Withheld after it was put into words.
            return question;
        }
        String fact = clause.apply(yes.facts().get(0).fact());
        return question.withAsk("Is it so that " + fact + "?")
                .withAnswers(List.of(
                        yes.withSays(fact), question.answer(NO).orElseThrow().withSays("it is not so that " + fact)));
    }

    /** What is doubtful in reports on facts: that the case states them as well. */
    static Stream<Problem> warnings(List<Statement> statements, List<Question> questions, Lines lines) {
        Map<Fact, Statement> reported = new HashMap<>();
        questions.stream()
                .filter(Question::reported)
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.facts().stream())
                .forEach(statement -> reported.putIfAbsent(statement.fact(), statement));
        return statements.stream()
                .filter(statement -> reported.containsKey(statement.fact()))
                .map(statement -> lines.warning(
                                "stated-and-reported",
                                statement.at(),
                                "The case states this itself, so that it is so whatever is reported of it at "
                                        + Objects.requireNonNull(reported.get(statement.fact()))
                                                .at() + ".")
                        .withHint("Leave it out here for reports to bear on it, or take it out of the reports."));
    }

    /** With the reliability of its origin, or else of the source it stands in, where it has none of its own. */
    private Statement graded(Statement statement) {
        if (!(statement.fact() instanceof Report report)
                || !statement.grade().reliability().isEmpty()) {
            return statement;
        }
        String known = Stream.of(
                        Optional.ofNullable(reading.draft.actors.get(report.origin()))
                                .map(Actor::reliability),
                        Optional.ofNullable(reading.draft.sources.get(report.origin()))
                                .map(Source::reliability),
                        Optional.ofNullable(reading.draft.sources.get(report.source()))
                                .map(Source::reliability))
                .flatMap(Optional::stream)
                .filter(grade -> !grade.isEmpty())
                .findFirst()
                .orElse(report.reliability());
        return statement.withFact(report.gradedAs(known));
    }
}
