package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.inference.ProbableScenario;
import org.demarche.worlds.ConditionList;
import org.jspecify.annotations.Nullable;

/** The document of {@code scenarios}: that of {@code run}, with more about where each inference holds. */
final class ScenariosJson {

    private final Assessment assessment;

    ScenariosJson(Assessment assessment) {
        this.assessment = assessment;
    }

    Map<String, @Nullable Object> document(List<Inference> inferences) {
        RunJson run = new RunJson(assessment);
        Map<String, @Nullable Object> document = run.document(List.of());
        document.put(
                "inferences",
                inferences.stream()
                        .map(inference -> {
                            Map<String, @Nullable Object> written = run.inference(inference);
                            add(inference, written);
                            return written;
                        })
                        .toList());
        return document;
    }

    private void add(Inference inference, Map<String, @Nullable Object> written) {
        ConditionList blocking = assessment.blocking(inference);
        boolean known = blocking.others().signum() >= 0;
        written.put("blocking", known ? Json.conditions(blocking.listed()) : null);
        if (blocking.others().signum() > 0) {
            written.put("otherBlocking", Json.count(blocking.others()));
        }
        Map<String, Object> shares = new LinkedHashMap<>();
        for (Question question : assessment.questions()) {
            Map<String, Double> byAnswer = new LinkedHashMap<>();
            for (String answer : question.answerIds()) {
                assessment
                        .share(inference, question.id(), answer)
                        .ifPresent(share -> byAnswer.put(answer, Math.round(share * 1e6) / 1e6));
            }
            shares.put(question.id(), byAnswer);
        }
        written.put("shares", shares);
        written.put(
                "mostProbable",
                assessment.mostProbable(inference).map(ScenariosJson::probable).orElse(null));
    }

    private static Map<String, Object> probable(ProbableScenario probable) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("scenario", probable.scenario());
        written.put("guaranteed", Math.round(probable.guaranteed() * 1e9) / 1e9);
        written.put("unknown", probable.unknown());
        return written;
    }
}
