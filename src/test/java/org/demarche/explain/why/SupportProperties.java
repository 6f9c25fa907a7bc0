package org.demarche.explain.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.Assessment;
import org.demarche.explain.why.Environments.Environment;
import org.demarche.inference.Inference;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** What must be true of the supports of every inference, whatever the rules and facts. */
public final class SupportProperties {

    private SupportProperties() {}

    /** How many supports were looked at. */
    public static int check(Assessment assessment, Object what) {
        int checked = 0;
        for (Inference inference : assessment.inferences()) {
            int node = assessment.worlds().graph().find(inference.fact()).orElseThrow();
            Worlds worlds = assessment.worlds().about(node);
            Environments environments = new Environments(worlds);
            List<Environment> supports = environments.of(node);
            Label covered = worlds.label(node).minus(worlds.label(node));
            for (Environment support : supports) {
                assertThat(Verification.passes(worlds, support))
                        .as("%s stands on %s in %s", inference, environments.leaves(support), what)
                        .isTrue();
                assertThat(supports)
                        .as("%s has only minimal supports in %s", inference, what)
                        .noneMatch(other -> other != support && other.within(support));
                covered = covered.or(support.covers());
            }
            if (environments.complete()) {
                assertThat(covered)
                        .as("supports of %s cover where it holds in %s", inference, what)
                        .isEqualTo(worlds.label(node));
            }
            checked += supports.size();
        }
        return checked;
    }
}
