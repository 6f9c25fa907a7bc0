package org.demarche;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
 * Rules taken together with variants of some of them, to see what any choice of them makes of a case without running each choice by
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
        Limits together = limits.toBuilder()
                .firings((int) Math.min(Integer.MAX_VALUE, (long) limits.firings() * MORE))
                .facts((int) Math.min(Integer.MAX_VALUE, (long) limits.facts() * MORE))
                .build();
        try {
            Recording recording = Recording.of(
                    Reasoner.usedBy(caseFile, rulebase), caseFile, together, Watch.start(together, progress));
            return new Fired(caseFile, limits, Optional.of(recording));
        } catch (LimitReachedException tooMuch) {
            // Each choice by itself may be no more than usual.
            return new Fired(caseFile, limits, Optional.empty());
        }
    }

    /** What all rules and variants together fired on a case. Immutable; safe for many threads. */
    public final class Fired {

        private final CaseFile caseFile;
        private final Limits limits;

        /** Empty when all together was too much. */
        private final Optional<Recording> recording;

        private Fired(CaseFile caseFile, Limits limits, Optional<Recording> recording) {
            this.caseFile = caseFile;
            this.limits = limits;
            this.recording = recording;
        }

        /** The same on a case that is the same but for stating less: then less fires, and all of that is known. */
        public Fired on(CaseFile poorer) {
            return rulebase.accumulates() ? fire(poorer, limits, doing -> {}) : new Fired(poorer, limits, recording);
        }

        private DerivationGraph graph(Rulebase used) {
            return recording
                    .map(each -> each.graph(caseFile, used, limits, Watch.idle()))
                    .orElseGet(() -> PossibilityRun.run(used, caseFile, limits, Watch.idle()));
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
            return Reasoner.assessment(caseFile, used, graph(used), limits);
        }

        /** As {@link #assess}, where anything else fires than did for another choice; else empty. */
        public Optional<Assessment> assess(Rulebase chosen, Assessment other) {
            Rulebase used = Reasoner.usedBy(caseFile, chosen);
            DerivationGraph graph = graph(used);
            return graph.sameAs(other.worlds().graph())
                    ? Optional.empty()
                    : Optional.of(Reasoner.assessment(caseFile, used, graph, limits));
        }
    }
}
