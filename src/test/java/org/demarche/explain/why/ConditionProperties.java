package org.demarche.explain.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.Assessment;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.inference.Inference;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;

/** Every condition of a rule is somewhere in its explanation: as many lines as there are patterns, absences, counts and tests. */
public final class ConditionProperties {

    private record Counts(int patterns, int tests, int absences, int accumulates) {

        Counts plus(Counts other) {
            return new Counts(
                    patterns + other.patterns,
                    tests + other.tests,
                    absences + other.absences,
                    accumulates + other.accumulates);
        }

        boolean within(Counts other) {
            return patterns <= other.patterns
                    && tests <= other.tests
                    && absences <= other.absences
                    && accumulates <= other.accumulates;
        }
    }

    private static final Counts NONE = new Counts(0, 0, 0, 0);

    private final Assessment assessment;
    private int checked;

    private ConditionProperties(Assessment assessment) {
        this.assessment = assessment;
    }

    /** How many uses of rules were looked at. */
    public static int check(Assessment assessment) {
        ConditionProperties properties = new ConditionProperties(assessment);
        for (Inference inference : assessment.inferences()) {
            for (Support support : assessment.why(inference, Detail.ALL).supports()) {
                support.reason().ifPresent(properties::check);
            }
        }
        return properties.checked;
    }

    private void check(Reason reason) {
        RuleCard card = assessment.rulebase().cards().get(reason.rule());
        Counts shown =
                reason.premises().stream().map(ConditionProperties::shown).reduce(NONE, Counts::plus);
        assertThat(card.branches())
                .as("the conditions of %s are all told: %s in %s", reason.rule(), shown, reason)
                .anyMatch(branch -> exact(branch)
                        ? asked(branch).equals(shown)
                        : asked(branch).within(shown));
        checked++;
        reason.premises().forEach(this::checkBelow);
    }

    private void checkBelow(Premise premise) {
        if (premise instanceof Held held) {
            held.reason().ifPresent(this::check);
        } else if (premise instanceof Accumulated accumulated) {
            accumulated.present().forEach(element -> element.premises().forEach(this::checkBelow));
        }
    }

    private static Counts shown(Premise premise) {
        if (premise instanceof Held held) {
            return new Counts(1, held.tests().size(), 0, 0);
        }
        return premise instanceof Absent ? new Counts(0, 0, 1, 0) : new Counts(0, 0, 0, 1);
    }

    /** Whether each condition has one line: inside of an exists there may be more than one way. */
    private static boolean exact(Branch branch) {
        return branch.conditions().stream()
                .noneMatch(each -> each instanceof Exists exists && !(exists.inner() instanceof Pattern));
    }

    private static Counts asked(Branch branch) {
        return branch.conditions().stream().map(ConditionProperties::asked).reduce(NONE, Counts::plus);
    }

    private static Counts asked(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            List<Constraint> tests = pattern.constraints().stream()
                    .filter(constraint -> !constraint.comparisons().isEmpty())
                    .filter(constraint -> !(constraint.plain()
                            && constraint.comparisons().stream()
                                    .allMatch(each -> each.operator().equals("=="))))
                    .toList();
            return new Counts(1, tests.size(), 0, 0);
        }
        if (condition instanceof Exists exists && exists.inner() instanceof Pattern pattern) {
            return asked(pattern);
        }
        if (condition instanceof Not) {
            return new Counts(0, 0, 1, 0);
        }
        return condition instanceof Accumulate ? new Counts(0, 0, 0, 1) : NONE;
    }
}
