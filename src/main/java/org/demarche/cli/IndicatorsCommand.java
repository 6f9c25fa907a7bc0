package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.hypotheses.Indicators;
import org.demarche.report.Reports;

/** What to watch for. */
final class IndicatorsCommand extends ReportCommand {

    private Path facts = Path.of("");
    private List<String> questions = List.of();
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche indicators facts/kim-beijing-2018",
                "  demarche indicators facts/kim-beijing-2018 --question prk-aim");
        usage.description(
                "Lists what to watch for: for each answer to an open question the moves that rules foresee under it more "
                        + "than under the others, and what rules would take to speak for it, against it, or to settle it; and "
                        + "what of that has been seen.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.texts("--question Q", ",", "Only the answers to this question.", given -> questions = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        Assessment assessment = options.assess(facts, terminal, progress);
        Set<String> asked = new LinkedHashSet<>(questions);
        AnswerCheck.checkAsked(assessment.caseFile(), asked);
        List<String> watched = asked.isEmpty()
                ? assessment.questions().stream()
                        .map(Question::id)
                        .filter(id -> !assessment.answered().containsKey(id))
                        .toList()
                : List.copyOf(asked);
        List<Indicators> lists =
                watched.stream().map(id -> Indicators.of(assessment, id)).toList();
        return new Outcome(Reports.indicators(assessment, lists), ExitCode.DONE, "");
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
