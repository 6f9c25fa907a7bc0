package org.demarche.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.compile.PossibleRule.Requirement;
import org.demarche.rules.Branch;
import org.demarche.rules.Conclusion;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Takes rules apart so that everything that fires is monotone and its order cannot matter. Each {@code or} becomes rules of its
 * own. {@code not X} after some patterns is dropped, and a recorder is made of the patterns and X: a firing of the rule then
 * stands on the absence of what the recorder records for the same facts. {@code exists X} likewise, standing on its presence;
 * a join would fire once for every pair of witnesses. What stands inside is taken apart in the same way.
 */
final class PossibilityForm {

    private final List<PossibleRule> rules = new ArrayList<>();

    /** The form of all rules, in the order of their ids. */
    static List<PossibleRule> of(Collection<RuleCard> cards) {
        PossibilityForm form = new PossibilityForm();
        cards.stream().sorted(Comparator.comparing(RuleCard::id)).forEach(card -> form.new OfRule(card.id()).add(card));
        return List.copyOf(form.rules);
    }

    private final class OfRule {
        private final String id;
        private int locals;

        OfRule(String id) {
            this.id = id;
        }

        void add(RuleCard card) {
            List<Branch> branches = card.branches();
            for (int i = 0; i < branches.size(); i++) {
                add(i, Optional.of(card.conclusion()), Optional.empty(), List.of(), branches.get(i));
            }
        }

        private void add(
                int branchIndex,
                Optional<Conclusion> conclusion,
                Optional<LocalCondition> records,
                List<Pattern> given,
                Branch branch) {
            List<Pattern> patterns = new ArrayList<>(given);
            List<Requirement> requires = new ArrayList<>();
            for (RuleCondition condition : branch.conditions()) {
                if (condition instanceof Pattern pattern) {
                    patterns.add(pattern);
                } else if (condition instanceof Not not) {
                    requires.add(new Requirement(record(branchIndex, not.inner(), patterns), true));
                } else if (condition instanceof Exists exists) {
                    requires.add(new Requirement(record(branchIndex, exists.inner(), patterns), false));
                }
            }
            rules.add(new PossibleRule(
                    rules.size(), id, branchIndex, conclusion, records, patterns, given.size(), requires));
        }

        private LocalCondition record(int branchIndex, RuleCondition inner, List<Pattern> before) {
            LocalCondition local = new LocalCondition(locals++, before.size(), inner);
            for (Branch branch : Branch.of(List.of(inner))) {
                add(branchIndex, Optional.empty(), Optional.of(local), List.copyOf(before), branch);
            }
            return local;
        }
    }
}
