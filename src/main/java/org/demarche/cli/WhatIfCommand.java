package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.model.Fact;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What would be otherwise with other answers and statements. */
@Command(
        name = "whatif",
        header = {
            "  demarche whatif facts/kim-beijing-2018 --answer estrangement=cover",
            "  demarche whatif facts/kestrel-strait --add \"event: HAL escort KES\" --drop VAR.open-war"
        },
        description =
                "Shows what is gained, lost or changed when questions are answered, statements added or withdrawn, "
                        + "and through what.")
final class WhatIfCommand extends ReportCommand {

    @Parameters(paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Option(
            names = "--add",
            paramLabel = "FACT",
            description =
                    "Adds a statement, written as in a file: `\"event: HAL escort KES\"`. May be given several times.")
    List<String> added = List.of();

    @Option(
            names = "--drop",
            paramLabel = "ID",
            split = ",",
            description = "Withdraws all statements of a fact, `VAR.open-war`. May be given several times.")
    List<String> dropped = List.of();

    @Mixin
    CaseOptions options = new CaseOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        if (added.isEmpty() && dropped.isEmpty() && options.answers.isEmpty()) {
            throw RefusedException.usage(
                    "Nothing is to be changed.", "Say what with `--answer Q=A`, `--add FACT` or `--drop ID`.");
        }
        Assessment after = options.assess(facts, terminal, progress);
        Assessment before = after.free();
        if (!added.isEmpty() || !dropped.isEmpty()) {
            after = after.with(changed(after.caseFile()));
        }
        if (after.scenarios().signum() == 0) {
            throw new RefusedException(ExitCode.FINDINGS, List.of("With these changes no scenario is possible."));
        }
        List<String> what = new ArrayList<>();
        options.answers.forEach(each -> what.add("answered: " + each.question() + " = " + each.answer()));
        added.forEach(each -> what.add("added: " + each));
        dropped.forEach(each -> what.add("withdrawn: " + each));
        return new Outcome(Reports.diff(before, after, what), ExitCode.DONE, "");
    }

    private CaseFile changed(CaseFile file) {
        CaseFile changed = file;
        for (String id : dropped) {
            Fact fact = file.statements().stream()
                    .map(Statement::fact)
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> unknown(id, file));
            changed = changed.without(fact);
        }
        for (String yaml : added) {
            changed = changed.adding(yaml);
        }
        return changed;
    }

    private static RefusedException unknown(String id, CaseFile file) {
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
    String doing() {
        return "assessing " + facts;
    }
}
