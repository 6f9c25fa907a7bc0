package org.demarche.inference;

import java.util.Optional;
import org.demarche.model.Likelihood;

/**
 * How likely something is, as far as the likelihoods of answers and tendencies say.
 *
 * @param likelihood the lower and the upper probability; empty when nothing is known or nothing can be said
 * @param exact whether these are the bounds themselves; else the bounds lie between them
 * @param note why there is none where that is not plain, as a clause that can follow "because"; {@code ""} otherwise
 */
public record LikelihoodBounds(Optional<Likelihood> likelihood, boolean exact, String note) {

    /** Nothing is known. */
    public static final LikelihoodBounds UNKNOWN = new LikelihoodBounds(Optional.empty(), true, "");

    /** Nothing can be said. */
    public static LikelihoodBounds none(String note) {
        return new LikelihoodBounds(Optional.empty(), true, note);
    }
}
