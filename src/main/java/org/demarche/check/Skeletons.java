package org.demarche.check;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.RuleShare;
import org.demarche.inference.Status;

/**
 * Expectations of what a case comes out as now and nobody has said anything of, for somebody to review.
 *
 * @param file where they would stand
 */
public record Skeletons(String caseId, Path file, List<Expectation> expectations) {

    public Skeletons {
        expectations = List.copyOf(expectations);
    }

    /**
     * Those of everything that is inferred in some scenario and that no expectation is about.
     *
     * @param folder the folder of the case
     */
    public static Skeletons of(Assessment assessment, Path folder, Collection<Expectation> written) {
        Set<String> known = written.stream().map(Expectation::id).collect(Collectors.toSet());
        String id = assessment.caseFile().id();
        return new Skeletons(
                id,
                folder.resolve(id + ".expect.yaml"),
                assessment.inferences().stream()
                        .filter(each -> each.status() != Status.EXCLUDED && !known.contains(each.id()))
                        .map(Skeletons::of)
                        .toList());
    }

    private static Expectation of(Inference inference) {
        boolean counted = inference.status() == Status.CONTINGENT
                && inference.scenarios().compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) <= 0;
        return Expectation.of(inference.id())
                .status(Optional.of(inference.status()))
                .scenarios(counted ? Optional.of(inference.scenarios().intValue()) : Optional.empty())
                .by(inference.rules().stream().findFirst().map(RuleShare::rule))
                .build();
    }
}
