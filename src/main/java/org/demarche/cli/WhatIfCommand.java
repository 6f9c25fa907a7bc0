package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.WhatIf;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.model.Fact;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;

/** What would be otherwise with other answers and statements. */
final class WhatIfCommand extends ReportCommand {

    private Path facts = Path.of("");
    private List<String> added = List.of();
    private List<String> dropped = List.of();
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche whatif facts/kim-beijing-2018 --answer estrangement=cover",
                "  demarche whatif facts/kestrel-strait --add \"event: HAL escort KES\" --drop VAR.open-war");
        usage.description(
                "Shows what is gained, lost or changed when questions are answered, statements added or withdrawn, "
                        + "and through what.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.texts(
                "--add FACT",
                "",
                "Adds a statement, written as in a file: `\"event: HAL escort KES\"`. May be given several times.",
                given -> added = given);
        usage.texts(
                "--drop ID",
                ",",
                "Withdraws all statements of a fact, `VAR.open-war`. May be given several times.",
                given -> dropped = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (added.isEmpty() && dropped.isEmpty() && options.answers.isEmpty()) {
            throw RefusedException.usage(
                    "Nothing is to be changed.", "Say what with `--answer Q=A`, `--add FACT` or `--drop ID`.");
        }
        Assessment after = options.assess(facts, terminal, progress);
        Assessment before = after.free();
        List<String> what = new ArrayList<>(options.supposed());
        List<String> advice = new ArrayList<>();
        CaseFile file = after.caseFile();
        CaseFile changed = file;
        WhatIf whatIf = before.whatIf();
        for (Choice choice : options.answers) {
            whatIf = whatIf.answered(choice.question(), choice.answer());
        }
        for (String id : new LinkedHashSet<>(dropped)) {
            Fact fact = stated(id, after);
            changed = changed.without(fact);
            whatIf = whatIf.without(fact);
            what.add("withdrawn: " + id);
        }
        for (String yaml : new LinkedHashSet<>(added)) {
            CaseFile more = changed.adding(yaml);
            List<Statement> all = more.statements();
            String remarks = all.subList(changed.statements().size(), all.size()).stream()
                    .flatMap(each -> remarks(each, file, advice))
                    .collect(Collectors.joining());
            for (Statement each : all.subList(changed.statements().size(), all.size())) {
                whatIf = whatIf.with(each);
            }
            what.add("added: " + yaml + remarks);
            changed = more;
        }
        checkAsked(changed);
        if (whatIf.after().scenarios().signum() == 0) {
            throw new RefusedException(ExitCode.FINDINGS, List.of("With these changes no scenario is possible."));
        }
        return new Outcome(Reports.whatIf(whatIf, what), ExitCode.DONE, String.join("\n", advice));
    }

    /** Where the last report on a fact is withdrawn, nobody asks any more whether it is so. */
    private void checkAsked(CaseFile changed) {
        List<String> asked = changed.questionsAt().stream().map(Question::id).toList();
        List<String> wrong = options.answers.stream()
                .map(Choice::question)
                .filter(question -> !asked.contains(question))
                .map(question -> "With these changes nothing raises the question `" + question
                        + "` any more, so that it cannot be answered: leave out its `--answer`, or one `--drop`.")
                .toList();
        if (!wrong.isEmpty()) {
            throw new RefusedException(ExitCode.USAGE, wrong);
        }
    }

    /** What is stated under an id; that of an event may be without its date, as long as there is only one. */
    static Fact stated(String id, Assessment assessment) {
        CaseFile file = assessment.caseFile();
        List<Fact> stated =
                file.statements().stream().map(Statement::fact).distinct().toList();
        List<Fact> meant = stated.stream().filter(each -> each.id().equals(id)).toList();
        if (meant.isEmpty()) {
            meant = stated.stream()
                    .filter(each -> each.id().startsWith(id + "."))
                    .toList();
        }
        if (meant.size() > 1) {
            throw RefusedException.usage(
                    "`" + id + "` may be "
                            + meant.stream()
                                    .map(each -> "`" + each.id() + "`")
                                    .sorted()
                                    .collect(Collectors.joining(" or "))
                            + ".",
                    "Give the whole id.");
        }
        return meant.stream().findFirst().orElseThrow(() -> unknown(id, assessment));
    }

    /** What there is to say where a statement may not do what somebody expects of it. */
    private static Stream<String> remarks(Statement added, CaseFile file, List<String> advice) {
        file.questionsAt()
                .forEach(question -> question.answers().stream()
                        .filter(answer -> answer.facts().stream()
                                .anyMatch(each -> each.fact().equals(added.fact())))
                        .map(answer ->
                                "The question `" + question.id() + "` stays open, though its answer `" + answer.id()
                                        + "` states this too. To suppose the answer: --answer " + question.id() + "="
                                        + answer.id())
                        .forEach(advice::add));
        if (file.statementsAt().stream().anyMatch(each -> each.fact().equals(added.fact()))) {
            return Stream.of(" (stated already)");
        }
        return file
                .asOf()
                .filter(day -> !added.holdsAt(day))
                .map(day -> " (" + when(added, day) + ", and so without effect)")
                .stream();
    }

    private static String when(Statement added, LocalDate day) {
        return added.firstDay()
                .filter(first -> first.isAfter(day))
                .map(first -> "only from " + first + " on")
                .or(() -> added.until().map(end -> "only until " + end))
                .orElse("not on " + day);
    }

    private static RefusedException unknown(String id, Assessment assessment) {
        CaseFile file = assessment.caseFile();
        if (assessment.find(id).isPresent()) {
            return RefusedException.usage(
                    "`" + id + "` is inferred, not stated: what it rests on can be withdrawn.", "`why` shows that.");
        }
        if (file.question(id).isPresent()) {
            return RefusedException.usage("`" + id + "` is a question.", "Answer it with `--answer " + id + "=…`.");
        }
        for (Question question : file.questions()) {
            for (Answer answer : question.answers()) {
                if (answer.facts().stream().anyMatch(each -> each.fact().id().equals(id))) {
                    return RefusedException.usage(
                            "`" + id + "` is stated only under the answer `" + answer.id() + "` to `" + question.id()
                                    + "`.",
                            "Give another answer instead: `--answer " + question.id() + "=…`.");
                }
            }
        }
        return RefusedException.usage(
                "The case states nothing with the id `" + id + "`.",
                Suggestion.hint(
                        id,
                        file.statements().stream()
                                .map(statement -> statement.fact().id())
                                .toList()),
                "The id of a fact is its values with dots between them, as `why` shows them.");
    }

    @Override
    Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
