package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.demarche.report.ScenarioGroups;
import org.jspecify.annotations.Nullable;

/** Where inferences hold. */
final class ScenariosCommand extends ReportCommand {

    /** More groups than these nobody compares. */
    private static final int MOST_GROUPS = 64;

    private static final int LISTED = 100;

    private Path facts = Path.of("");
    private List<String> ids = List.of();
    private boolean all;
    private List<String> questions = List.of();
    private boolean list;
    private @Nullable Integer limit;
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche scenarios facts/kim-beijing-2018",
                "  demarche scenarios facts/kim-beijing-2018 PRK.lean-on.CHN",
                "  demarche scenarios facts/kim-beijing-2018 --question prk-aim",
                "  demarche scenarios facts/kim-beijing-2018 PRK.lean-on.CHN --list");
        usage.description(
                "Shows in which scenarios each inference holds: status, share, conditions, likelihood, and the "
                        + "questions it turns on; then inferences against answers, and what hangs on each question.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.texts("ID", "", "Only these inferences, and more about each.", given -> ids = given);
        usage.flag("--all", "Also shows what holds in no scenario.", on -> all = on);
        usage.texts(
                "--question Q",
                ",",
                "Groups by the answers to this question; by all combinations where several are named.",
                given -> questions = given);
        usage.flag("--list", "Lists scenarios one by one: all possible ones, or those of one ID.", on -> list = on);
        usage.value(
                "--limit N",
                new Converters.Whole(),
                "Goes with --list, which lists at most so many scenarios (default: 100).",
                given -> limit = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        checkList();
        Assessment assessment = options.assess(facts, terminal, progress);
        List<Inference> picked = new ArrayList<>();
        for (String id : ids) {
            picked.add(assessment
                    .find(id)
                    .orElseThrow(() -> UnknownInference.of(id, facts + options.again(), assessment)));
        }
        return new Outcome(report(assessment, picked), ExitCode.DONE, "");
    }

    private void checkList() {
        List<String> wrong = new ArrayList<>();
        if (list && ids.size() > 1) {
            wrong.add("`--list` lists all possible scenarios, or those of one inference, and here are " + ids.size()
                    + " of them: " + String.join(", ", ids) + ". Name one.");
        }
        if (list && !questions.isEmpty()) {
            wrong.add("`--list` lists scenarios one by one, and `--question` groups them: use one without the other.");
        }
        int most = Optional.ofNullable(limit).orElse(LISTED);
        if (most < 1) {
            wrong.add("With `--limit " + most + "` nothing would be listed: write a number from 1 on.");
        }
        if (!list && limit != null) {
            wrong.add(
                    "`--limit` says how many scenarios `--list` shows, and changes nothing without it: add `--list`, or"
                            + " leave `--limit` out.");
        }
        if (!wrong.isEmpty()) {
            throw new RefusedException(ExitCode.USAGE, wrong);
        }
    }

    private Report report(Assessment assessment, List<Inference> picked) {
        if (list) {
            return Reports.scenarioList(
                    assessment,
                    picked.stream().findFirst(),
                    Optional.ofNullable(limit).orElse(LISTED));
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
        AnswerCheck.checkAsked(assessment.caseFile(), asked);
        long groups = assessment.questions().stream()
                .filter(question -> asked.contains(question.id()))
                .mapToLong(question -> question.answers().size())
                .reduce(1, (one, other) -> one * other);
        if (groups > MOST_GROUPS) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    List.of("These questions make " + groups + " combinations of answers, more than the " + MOST_GROUPS
                            + " that can be set side by side: name fewer."));
        }
        return List.copyOf(asked);
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
