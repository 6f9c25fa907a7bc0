package org.demarche.compile;

import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.source.Problems;

/** Refuses rules whose {@code or}s multiply beyond what can be looked at. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class BranchLimit {

    private static final int MOST_BRANCHES = 64;

    private final SourceText source;
    private final RuleCard card;
    private final Problems problems;

    /** Whether it is; counted before the branches are made. */
    boolean exceeded() {
        return exceeded(card.conditions());
    }

    /** Each branch becomes a rule of its own, also inside a {@code not}: their number doubles with every {@code or}. */
    private boolean exceeded(List<RuleCondition> conditions) {
        long branches = Branch.count(conditions);
        if (branches > MOST_BRANCHES) {
            problems.add(source.error(
                    "too-many-branches",
                    conditions.get(0).at(),
                    "Conditions of rule `" + card.id() + "` can be met in more than " + MOST_BRANCHES
                            + " ways by their `or`s: split the rule."));
            return true;
        }
        return conditions.stream().anyMatch(this::inside);
    }

    private boolean inside(RuleCondition condition) {
        if (condition instanceof Not not) {
            return exceeded(List.of(not.inner()));
        }
        if (condition instanceof Exists exists) {
            return exceeded(List.of(exists.inner()));
        }
        if (condition instanceof Accumulate accumulate) {
            return exceeded(List.of(accumulate.source()));
        }
        if (condition instanceof And and) {
            return and.conditions().stream().anyMatch(this::inside);
        }
        return condition instanceof Or or && or.conditions().stream().anyMatch(this::inside);
    }
}
