package org.demarche.cli;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.check.ConcludingRules;
import org.demarche.model.Fact;
import org.demarche.source.Problem;

/** What an id stands for that rules could conclude, whether they do or not. */
final class AskedFact {

    private AskedFact() {}

    /** @throws RefusedException when no rule could conclude it, with what could have been meant */
    static Fact of(String id, String facts, Assessment assessment) {
        Fact fact = assessment
                .find(id)
                .<Fact>map(inference -> inference.fact())
                .or(() -> ConcludingRules.fact(id, assessment))
                .orElseThrow(() -> UnknownInference.of(id, facts, assessment));
        if (assessment.find(id).isEmpty()) {
            requireKnownWords(id, assessment);
        }
        return fact;
    }

    /** Somebody who is not in the case does nothing, and nothing can be said about why. */
    private static void requireKnownWords(String id, Assessment assessment) {
        List<Problem> problems = ConcludingRules.problems(id, assessment);
        if (!problems.isEmpty()) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    problems.stream()
                            .flatMap(problem -> Stream.of(problem.message(), problem.hint()))
                            .filter(sentence -> !sentence.isEmpty())
                            .toList());
        }
    }
}
