package org.demarche.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.check.ConcludingRules;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.source.Problem;

/** What an id stands for that rules could conclude, whether they do or not. */
final class AskedFact {

    private AskedFact() {}

    /** @throws RefusedException when no rule could conclude it, with what could have been meant */
    static Fact of(String id, String facts, Assessment assessment) {
        Fact fact = inference(id, assessment)
                .<Fact>map(inference -> inference.fact())
                .or(() -> ConcludingRules.fact(id, assessment))
                .orElseThrow(() -> UnknownInference.of(id, facts, assessment));
        if (inference(id, assessment).isEmpty()) {
            Optional<RefusedException> unknown = unknownWords(id, assessment);
            if (unknown.isPresent()) {
                throw unknown.get();
            }
        }
        return fact;
    }

    /** An inference by its id, also with its kind before it: {@code move.PRK.lean-on.CHN}. */
    static Optional<Inference> inference(String id, Assessment assessment) {
        return assessment
                .find(id)
                .or(() -> ConcludingRules.fact(id, assessment).map(Fact::id).flatMap(assessment::find));
    }

    /** Somebody who is not in the case does nothing, and nothing can be said about why. */
    static Optional<RefusedException> unknownWords(String id, Assessment assessment) {
        List<Problem> problems = ConcludingRules.problems(id, assessment);
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new RefusedException(
                        ExitCode.USAGE,
                        problems.stream()
                                .flatMap(problem -> Stream.of(problem.message(), problem.hint()))
                                .filter(sentence -> !sentence.isEmpty())
                                .toList()));
    }
}
