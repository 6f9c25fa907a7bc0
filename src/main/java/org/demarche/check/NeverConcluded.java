package org.demarche.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.source.Suggestion;

/** Says that an inference is not there, which rules could conclude it, and what comes near. */
final class NeverConcluded {

    private final String id;
    private final boolean excludedExpected;
    private final Assessment assessment;
    private final Rulebase loaded;

    NeverConcluded(Expectation expectation, Assessment assessment, Rulebase loaded) {
        this.id = expectation.id();
        this.excludedExpected =
                expectation.status().filter(each -> each == Status.EXCLUDED).isPresent();
        this.assessment = assessment;
        this.loaded = loaded;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of("No rule concludes it in any scenario, possible or not."));
        if (excludedExpected) {
            sentences.add(
                    "What is excluded is concluded somewhere, though in no possible scenario; `expect-not` covers both.");
        }
        new InferenceIds(assessment.caseFile(), loaded.vocabulary())
                .read(id)
                .ifPresent(fact -> sentences.addAll(rules(fact)));
        nearest()
                .ifPresent(near -> sentences.add("The nearest inference is " + near.id() + ", which is "
                        + near.status().word() + "."));
        return sentences;
    }

    private List<String> rules(Fact fact) {
        Rulebase all = assessment.caseFile().rules().isEmpty()
                ? loaded
                : loaded.in(assessment.caseFile().rules());
        List<String> could = ConcludingRules.of(fact, all.cards().values());
        List<String> leftOut = could.stream()
                .filter(rule -> !assessment.rulebase().isActive(rule))
                .toList();
        if (could.isEmpty()) {
            return List.of("No rule of the case could conclude it.");
        }
        if (could.equals(leftOut)) {
            return List.of("Every rule that could is left out here: " + Words.and(could) + ".");
        }
        List<String> left =
                could.stream().filter(assessment.rulebase()::isActive).toList();
        return List.of((left.size() == 1 ? "The only rule that could is " : "The rules that could are ")
                + Words.and(left)
                + (leftOut.isEmpty() ? "." : ", besides " + Words.and(leftOut) + ", left out here."));
    }

    /** One with the same term, or else one whose id is alike. */
    private Optional<Inference> nearest() {
        List<String> ids = assessment.inferences().stream().map(Inference::id).toList();
        List<String> related =
                ids.stream().filter(other -> term(other).equals(term(id))).toList();
        return Suggestion.nearest(id, related)
                .or(() -> related.stream().findFirst())
                .or(() -> Suggestion.nearest(id, ids))
                .flatMap(assessment::find);
    }

    private static String term(String id) {
        String[] words = id.split("\\.");
        return words.length < 2 ? id : words[1];
    }
}
