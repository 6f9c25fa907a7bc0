package org.demarche.rules;

import java.util.List;
import java.util.Optional;
import org.demarche.model.FactType;
import org.demarche.source.SourceLocation;

/** A condition of a rule. */
public sealed interface RuleCondition {

    /** Where it stands. */
    SourceLocation at();

    /**
     * A fact of a kind whose fields meet all constraints.
     *
     * @param type the name the rule uses for the kind: {@code Intention}
     * @param kind empty when there is none of that name
     * @param label the variable bound to the fact itself, {@code ""} when there is none
     */
    record Pattern(String type, Optional<FactType> kind, String label, List<Constraint> constraints, SourceLocation at)
            implements RuleCondition {
        public Pattern {
            constraints = List.copyOf(constraints);
        }

        /** The variables that the pattern binds to values of its fields. */
        public List<Binding> bindings() {
            return constraints.stream()
                    .flatMap(constraint -> constraint.bindings().stream())
                    .toList();
        }
    }

    /** No facts meet the inner condition. */
    record Not(RuleCondition inner, SourceLocation at) implements RuleCondition {}

    /** Some facts meet the inner condition; which ones does not matter. */
    record Exists(RuleCondition inner, SourceLocation at) implements RuleCondition {}

    /** All conditions hold, for the same values of the variables. */
    record And(List<RuleCondition> conditions, SourceLocation at) implements RuleCondition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of the conditions holds. */
    record Or(List<RuleCondition> conditions, SourceLocation at) implements RuleCondition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Results made of all matches of a condition. It is met for the results that meet all tests.
     *
     * @param source what is matched; what it binds is not bound outside
     */
    record Accumulate(RuleCondition source, List<Result> results, List<Test> tests, SourceLocation at)
            implements RuleCondition {
        public Accumulate {
            results = List.copyOf(results);
            tests = List.copyOf(tests);
        }

        /** The functions of the results, in their order. */
        public List<AccumulateFunction> functions() {
            return results.stream().map(Result::function).toList();
        }
    }

    /**
     * {@code $variable : function( $argument )}. Variables are written without {@code $}.
     *
     * @param argument the variable whose values are taken; {@code ""} where only matches are counted
     */
    record Result(
            String variable,
            AccumulateFunction function,
            String argument,
            SourceLocation at,
            SourceLocation argumentAt) {}

    /** A test of an {@code accumulate}, {@code $n >= 3}; the operator is as in DRL. */
    record Test(Operand left, String operator, Operand right, SourceLocation at, SourceLocation rightAt) {}

    /**
     * One test within a pattern, as written, with what it binds and compares.
     *
     * @param text the test as it stands in the file
     * @param comparisons what it compares, also inside {@code ||} and {@code in}
     * @param plain whether it says no more than all its comparisons together
     * @param expression what it asks of the fact
     */
    record Constraint(
            String text,
            List<Binding> bindings,
            List<Comparison> comparisons,
            boolean plain,
            Expression expression,
            SourceLocation at) {
        public Constraint {
            bindings = List.copyOf(bindings);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** {@code $variable : field}. The variable is written without {@code $}. */
    record Binding(String variable, String field, SourceLocation at) {}

    /**
     * {@code field operator operand}; the operator is as in DRL.
     *
     * @param at where the field stands
     * @param operandAt where the operand stands
     */
    record Comparison(String field, String operator, Operand operand, SourceLocation at, SourceLocation operandAt) {}
}
