package org.demarche.lint;

import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.explain.matching.Known;
import org.demarche.explain.matching.Matching;
import org.demarche.explain.matching.Matching.Match;
import org.demarche.explain.matching.Scope;
import org.demarche.inference.LimitReachedException;
import org.demarche.model.Fact;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.source.SourceLocation;
import org.demarche.worlds.Label;

/**
 * What stands in the way of a rule wherever it is used.
 *
 * @param sentence without a full stop
 */
record Obstruction(SourceLocation at, String sentence) {

    /** How many conditions are tried for one rule in one case; a rule that gets so far and no further is a rare thing. */
    private static final int TRIED = 20_000;

    /** A case with all that is known there. */
    record Facts(Assessment assessment, List<Fact> facts, Optional<Matching> matching) {

        static Facts of(Assessment assessment) {
            return new Facts(assessment, Examined.facts(assessment).toList(), matching(assessment));
        }

        /** Where labels of everything together are too large there is none. */
        private static Optional<Matching> matching(Assessment assessment) {
            try {
                return Optional.of(new Matching(new Known(assessment.worlds().together())));
            } catch (LimitReachedException tooLarge) {
                return Optional.empty();
            }
        }
    }

    static Obstruction of(RuleCard card, List<Facts> using) {
        return card.branches().stream()
                .map(Branch::patterns)
                .map(patterns -> neverMet(patterns, using))
                .reduce((one, other) -> one.isPresent() && other.isPresent() ? one : Optional.empty())
                .flatMap(found -> found)
                .or(() -> furthest(card, using))
                .orElseGet(() -> new Obstruction(
                        card.at(), "each of its conditions is met somewhere, but never all of them together"));
    }

    /** The first pattern that no fact fits, whatever the variables stand for. */
    private static Optional<Obstruction> neverMet(List<Pattern> patterns, List<Facts> using) {
        return patterns.stream()
                .filter(pattern -> using.stream()
                        .flatMap(each -> each.facts().stream())
                        .noneMatch(fact -> Fitting.fits(pattern, fact)))
                .findFirst()
                .map(pattern -> new Obstruction(pattern.at(), "nothing there ever meets this condition"));
    }

    /** The condition at which the rule stops where it gets furthest. */
    private static Optional<Obstruction> furthest(RuleCard card, List<Facts> using) {
        int best = -1;
        Optional<Obstruction> found = Optional.empty();
        for (Branch branch : card.branches()) {
            for (Facts each : using) {
                Optional<Integer> reached = each.matching().flatMap(matching -> new Reach(branch, matching).reached());
                if (reached.filter(far -> far < branch.conditions().size()).isPresent() && reached.get() > best) {
                    best = reached.get();
                    found = Optional.of(at(branch.conditions().get(best), best));
                }
            }
        }
        return found;
    }

    private static Obstruction at(RuleCondition condition, int before) {
        String where = before == 0 ? "" : " where the conditions before it are met";
        if (condition instanceof Not) {
            return new Obstruction(condition.at(), "what this condition wants absent is always there" + where);
        }
        if (condition instanceof Accumulate) {
            return new Obstruction(condition.at(), "what is counted here never comes to that" + where);
        }
        return new Obstruction(
                condition.at(),
                before == 0 ? "this condition is met in no scenario" : "this condition is never met" + where);
    }

    /** How many conditions of a branch can be met one after the other. */
    private static final class Reach {

        private final List<RuleCondition> conditions;
        private final Matching matching;
        private int furthest;
        private int tried;

        Reach(Branch branch, Matching matching) {
            this.conditions = branch.conditions();
            this.matching = matching;
        }

        /** Empty where not everything was tried. */
        Optional<Integer> reached() {
            from(0, Scope.EMPTY, Optional.empty());
            return tried < TRIED ? Optional.of(furthest) : Optional.empty();
        }

        private void from(int index, Scope scope, Optional<Label> before) {
            furthest = Math.max(furthest, index);
            if (furthest == conditions.size() || tried++ >= TRIED) {
                return;
            }
            for (Match match : matching.of(conditions.get(index), scope)) {
                Label holds = before.map(label -> label.and(match.holds())).orElse(match.holds());
                if (!holds.isEmpty()) {
                    from(index + 1, match.scope(), Optional.of(holds));
                }
            }
        }
    }
}
