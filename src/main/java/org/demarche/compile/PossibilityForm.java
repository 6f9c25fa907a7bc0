package org.demarche.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.compile.PossibleRule.Ask;
import org.demarche.compile.PossibleRule.Collect;
import org.demarche.compile.PossibleRule.Conclude;
import org.demarche.compile.PossibleRule.Purpose;
import org.demarche.compile.PossibleRule.Record;
import org.demarche.compile.PossibleRule.Requirement;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Takes rules apart so that everything that fires is monotone and its order cannot matter. Each {@code or} becomes rules of its
 * own. {@code not X} after some patterns is dropped, and a recorder is made of the patterns and X: a firing of the rule then
 * stands on the absence of what the recorder records for the same facts. {@code exists X} likewise, standing on its presence;
 * a join would fire once for every pair of witnesses. Of {@code accumulate( X; … )} two recorders are made, one of the patterns
 * and X for what there is to accumulate, one of the patterns alone for where there is nothing; the rule itself matches an
 * {@link Outcome}. What stands inside is taken apart in the same way.
 */
final class PossibilityForm {

    private final List<PossibleRule> rules = new ArrayList<>();
    private int sites;

    /** The form of all rules, in the order of their keys. */
    static List<PossibleRule> of(Map<String, RuleCard> cards) {
        PossibilityForm form = new PossibilityForm();
        new TreeMap<>(cards).forEach((key, card) -> form.new OfRule(key, card).add());
        return List.copyOf(form.rules);
    }

    private final class OfRule {
        private final String key;
        private final RuleCard card;
        private int locals;

        OfRule(String key, RuleCard card) {
            this.key = key;
            this.card = card;
        }

        void add() {
            List<Branch> branches = card.branches();
            for (int i = 0; i < branches.size(); i++) {
                add(i, new Conclude(card.conclusion()), List.of(), branches.get(i));
            }
        }

        private void add(int branchIndex, Purpose purpose, List<Step> given, Branch branch) {
            List<Step> steps = new ArrayList<>(given);
            List<Requirement> requires = new ArrayList<>();
            for (RuleCondition condition : branch.conditions()) {
                if (condition instanceof Pattern pattern) {
                    steps.add(new Step.Match(pattern));
                } else if (condition instanceof Accumulate accumulate) {
                    steps.add(new Step.Result(accumulate(branchIndex, accumulate, List.copyOf(steps))));
                } else if (condition instanceof Not not) {
                    requires.add(new Requirement(record(branchIndex, not.inner(), List.copyOf(steps)), true));
                } else if (condition instanceof Exists exists) {
                    requires.add(new Requirement(record(branchIndex, exists.inner(), List.copyOf(steps)), false));
                }
            }
            rules.add(new PossibleRule(
                    rules.size(), key, card.id(), branchIndex, purpose, steps, given.size(), requires));
        }

        private LocalCondition record(int branchIndex, RuleCondition inner, List<Step> before) {
            LocalCondition local = new LocalCondition(locals++, before.size(), inner);
            Branch.of(List.of(inner)).forEach(branch -> add(branchIndex, new Record(local), before, branch));
            return local;
        }

        private LocalAccumulate accumulate(int branchIndex, Accumulate condition, List<Step> before) {
            LocalAccumulate local = new LocalAccumulate(
                    sites++,
                    locals++,
                    before.size(),
                    condition,
                    Variables.bound(condition.source()),
                    Variables.askedFor(condition, card));
            Branch.of(List.of(condition.source()))
                    .forEach(branch -> add(branchIndex, new Collect(local), before, branch));
            add(branchIndex, new Ask(local), before, new Branch(List.of()));
            return local;
        }
    }
}
