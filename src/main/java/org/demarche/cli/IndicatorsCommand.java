package org.demarche.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.hypotheses.Indicators;
import org.demarche.report.Report;
import org.demarche.report.Reports;

/** What to watch for. */
final class IndicatorsCommand extends CaseCommand {

    private List<String> questions = List.of();

    @Override
    void about(Usage usage) {
        usage.examples(
                "  demarche indicators facts/kim-beijing-2018",
                "  demarche indicators facts/kim-beijing-2018 --question prk-aim");
        usage.description(
                "Lists what to watch for: for each answer to an open question the moves that rules foresee under it more "
                        + "than under the others, and what rules would take to speak for it, against it, or to settle it; and "
                        + "what of that has been seen.");
        usage.texts("--question Q", ",", "Only the answers to this question.", given -> questions = given);
    }

    @Override
    Report report(Assessment assessment) {
        Set<String> asked = new LinkedHashSet<>(questions);
        AnswerCheck.checkAsked(assessment.caseFile(), asked);
        Set<String> answered = assessment.answered().keySet();
        List<String> watched = asked.isEmpty()
                ? assessment.questions().stream()
                        .map(Question::id)
                        .filter(id -> !answered.contains(id))
                        .toList()
                : List.copyOf(asked);
        List<Indicators> lists = watched.stream()
                .peek(id -> progress.accept(doing() + ", " + id))
                .map(id -> Indicators.of(assessment, id))
                .toList();
        return Reports.indicators(assessment, lists);
    }
}
