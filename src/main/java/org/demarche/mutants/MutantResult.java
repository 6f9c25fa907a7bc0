package org.demarche.mutants;

import java.util.Optional;
import org.demarche.check.Acceptance;
import org.demarche.source.SourceLocation;

/**
 * What became of a mutant.
 *
 * @param noticed the expectation that is unmet, or what else stops the changed rules; {@code ""} when nobody noticed
 * @param noticedAt where that expectation stands
 * @param missing what would have noticed it
 * @param accepted the written reason why nothing has to
 */
public record MutantResult(
        Mutant mutant,
        Fate fate,
        String noticed,
        Optional<SourceLocation> noticedAt,
        Optional<Missing> missing,
        Optional<Acceptance> accepted) {

    /** What became of it. */
    public enum Fate {
        /** An expectation is unmet. */
        KILLED("killed"),
        /** Something else follows in some case and no expectation notices, which somebody gave a reason for. */
        ACCEPTED("accepted"),
        /** Something else follows in some case, and no expectation notices. */
        SURVIVED("survived"),
        /** Nothing else follows in any case on any day: no expectation could notice. */
        EQUIVALENT("equivalent");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
