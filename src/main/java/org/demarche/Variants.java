package org.demarche;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Rulebase;
import org.demarche.engine.PossibilityRun;
import org.demarche.engine.Recording;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Watch;
import org.demarche.rules.RuleCard;

/**
 * Rules compiled together with variants of some of them, to see what any choice of them makes of a case without running each choice by
 * itself. Immutable; one serves many threads.
 */
public final class Variants {

    /** All variants fire together, and much more follows by that than by any one of them. */
    private static final int MORE = 50;

    private final Rulebase rulebase;

    private Variants(Rulebase rulebase) {
        this.rulebase = rulebase;
    }

    /**
     * Compiles them.
     *
     * @param cards rules with something changed, by number, each with the id of the rule in whose place it may stand
     */
    public static Variants of(Reasoner reasoner, Map<Integer, RuleCard> cards) {
        return new Variants(reasoner.rulebase().with(cards));
    }

    /** All rules and no variant, from which {@link Rulebase#with(String, int)} and {@link Rulebase#without} choose. */
    public Rulebase rulebase() {
        return rulebase;
    }

    /** Fires everything once on a case. */
    public Fired fire(CaseFile caseFile, Limits limits, Consumer<String> progress) {
        return new Fired(caseFile, limits, progress);
    }

    /** What all rules and variants together fired on a case. Immutable; safe for many threads. */
    public final class Fired {

        private final CaseFile caseFile;
        private final Limits limits;
        private final Function<Rulebase, DerivationGraph> graphs;

        private Fired(CaseFile caseFile, Limits limits, Consumer<String> progress) {
            this.caseFile = caseFile;
            this.limits = limits;
            this.graphs = graphs(progress);
        }

        private Function<Rulebase, DerivationGraph> graphs(Consumer<String> progress) {
            Limits together = limits.toBuilder()
                    .firings((int) Math.min(Integer.MAX_VALUE, (long) limits.firings() * MORE))
                    .facts((int) Math.min(Integer.MAX_VALUE, (long) limits.facts() * MORE))
                    .build();
            try {
                Recording recording = Recording.of(
                        Reasoner.usedBy(caseFile, rulebase), caseFile, together, Watch.start(together, progress));
                return chosen -> recording.graph(chosen, limits, Watch.idle());
            } catch (LimitReachedException tooMuch) {
                // Each choice by itself may be no more than usual.
                return chosen -> PossibilityRun.run(chosen, caseFile, limits, Watch.idle());
            }
        }

        /**
         * What a choice of rules and variants concludes.
         *
         * @param chosen a choice from {@link Variants#rulebase()}
         * @throws org.demarche.source.LoadException when the case cannot be assessed by these
         * @throws LimitReachedException when a limit is reached
         */
        public Assessment assess(Rulebase chosen) {
            Rulebase used = Reasoner.usedBy(caseFile, chosen);
            return Reasoner.assessment(caseFile, used, graphs.apply(used), limits);
        }

        /** As {@link #assess}, where anything else fires than did for another choice; else empty. */
        public Optional<Assessment> assess(Rulebase chosen, Assessment other) {
            Rulebase used = Reasoner.usedBy(caseFile, chosen);
            DerivationGraph graph = graphs.apply(used);
            return graph.sameAs(other.worlds().graph())
                    ? Optional.empty()
                    : Optional.of(Reasoner.assessment(caseFile, used, graph, limits));
        }

        public CaseFile caseFile() {
            return caseFile;
        }
    }
}
