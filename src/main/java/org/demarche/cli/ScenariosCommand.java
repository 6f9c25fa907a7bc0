package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.demarche.report.ScenarioGroups;
import org.demarche.source.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where inferences hold. */
@Command(
        name = "scenarios",
        header = {
            "  demarche scenarios facts/kim-beijing-2018",
            "  demarche scenarios facts/kim-beijing-2018 PRK.lean-on.CHN",
            "  demarche scenarios facts/kim-beijing-2018 --question prk-aim",
            "  demarche scenarios facts/kim-beijing-2018 PRK.lean-on.CHN --list"
        },
        description = "Shows in which scenarios each inference holds: status, share, conditions, likelihood, and the "
                + "questions it turns on; then inferences against answers, and what hangs on each question.")
final class ScenariosCommand extends ReportCommand {

    /** More groups than these nobody compares. */
    private static final int MOST_GROUPS = 64;

    @Parameters(index = "0", paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "ID",
            arity = "0..*",
            description = "Only these inferences, and more about each.")
    List<String> ids = List.of();

    @Option(names = "--all", description = "Also shows what holds in no scenario.")
    boolean all;

    @Option(
            names = "--question",
            paramLabel = "Q",
            split = ",",
            description = "Groups by the answers to this question; by all combinations where several are named.")
    List<String> questions = List.of();

    @Option(names = "--list", description = "Lists scenarios one by one: all possible ones, or those of one ID.")
    boolean list;

    @Option(names = "--limit", paramLabel = "N", description = "Lists at most so many scenarios (default: 100).")
    int limit = 100;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        if (list && (ids.size() > 1 || !questions.isEmpty()) || limit < 1) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    List.of("`--list` goes with one ID at most and without `--question`, and lists one scenario or"
                            + " more."));
        }
        Assessment assessment = options.assess(facts, terminal, progress);
        List<Inference> picked = new ArrayList<>();
        for (String id : ids) {
            picked.add(assessment.find(id).orElseThrow(() -> UnknownInference.of(id, facts, assessment)));
        }
        return new Outcome(report(assessment, picked), ExitCode.DONE, "");
    }

    private Report report(Assessment assessment, List<Inference> picked) {
        if (list) {
            return Reports.scenarioList(assessment, picked.stream().findFirst(), limit);
        }
        List<Inference> shown = picked.isEmpty()
                ? assessment.inferences().stream()
                        .filter(each -> all || each.status() != Status.EXCLUDED)
                        .toList()
                : picked;
        if (!questions.isEmpty()) {
            return ScenarioGroups.of(assessment, asked(assessment)).report(shown);
        }
        return Reports.scenarios(assessment, shown, !picked.isEmpty());
    }

    /** The questions to group by, each once. */
    private List<String> asked(Assessment assessment) {
        Set<String> asked = new LinkedHashSet<>(questions);
        List<String> known = assessment.questions().stream().map(Question::id).toList();
        long groups = 1;
        for (String question : asked) {
            Optional<Question> found = assessment.questions().stream()
                    .filter(each -> each.id().equals(question))
                    .findFirst();
            if (found.isEmpty()) {
                throw new RefusedException(
                        ExitCode.USAGE,
                        List.of("The case asks no question `" + question + "`. " + Suggestion.hint(question, known)));
            }
            groups *= found.get().answers().size();
        }
        if (groups > MOST_GROUPS) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    List.of("These questions make " + groups + " combinations of answers, more than the " + MOST_GROUPS
                            + " that can be set side by side: name fewer."));
        }
        return List.copyOf(asked);
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
