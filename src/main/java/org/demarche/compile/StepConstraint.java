package org.demarche.compile;

import java.util.Arrays;
import java.util.function.Predicate;
import org.drools.model.Constraint;
import org.drools.model.Variable;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.functions.Predicate5;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.functions.PredicateN;
import org.drools.model.impl.ModelComponent;

/** A test as Drools takes it, of one thing and any number of those matched before. Equal when it says the same. */
final class StepConstraint extends AbstractSingleConstraint {

    private final Variable<?>[] variables;
    private final Predicate<Object[]> test;

    /**
     * @param said the same for tests that ask the same, by which Drools shares what it has found
     * @param variables the tested thing, then the others
     * @param test asked with the things of the variables
     */
    StepConstraint(String said, Variable<?>[] variables, Predicate<Object[]> test) {
        super(said, PredicateInformation.EMPTY_PREDICATE_INFORMATION);
        this.variables = variables.clone();
        this.test = test;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Variable[] getVariables() {
        return variables.clone();
    }

    @Override
    public PredicateN getPredicate() {
        return test::test;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Predicate1 getPredicate1() {
        return a -> test.test(new Object[] {a});
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Predicate2 getPredicate2() {
        return (a, b) -> test.test(new Object[] {a, b});
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Predicate3 getPredicate3() {
        return (a, b, c) -> test.test(new Object[] {a, b, c});
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Predicate4 getPredicate4() {
        return (a, b, c, d) -> test.test(new Object[] {a, b, c, d});
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Predicate5 getPredicate5() {
        return (a, b, c, d, e) -> test.test(new Object[] {a, b, c, d, e});
    }

    @Override
    public boolean isEqualTo(ModelComponent other) {
        return other instanceof StepConstraint constraint && getExprId().equals(constraint.getExprId());
    }

    @Override
    public Constraint negate() {
        return new StepConstraint("!( " + getExprId() + " )", variables, test.negate());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Constraint replaceVariable(Variable before, Variable after) {
        Variable<?>[] replaced = variables.clone();
        Arrays.setAll(replaced, i -> replaced[i] == before ? after : replaced[i]);
        StepConstraint constraint = new StepConstraint(getExprId(), replaced, test);
        constraint.setIndex(getIndex());
        return constraint;
    }
}
