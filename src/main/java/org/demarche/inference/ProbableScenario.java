package org.demarche.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenario, among some, with the highest guaranteed probability: the highest that its answers have together however the
 * likelihoods turn out within their bounds.
 *
 * @param scenario an answer to each question
 * @param guaranteed the least probability of its answers, those to unknown questions left out
 * @param unknown the questions whose answers have no likelihood: their answers are only some that go with the others
 */
public record ProbableScenario(Map<String, String> scenario, double guaranteed, List<String> unknown) {
    public ProbableScenario {
        scenario = Collections.unmodifiableMap(new LinkedHashMap<>(scenario));
        unknown = List.copyOf(unknown);
    }
}
