package org.demarche.compile;

import org.demarche.model.Fact;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;

/**
 * A value of one of the things that a rule has matched, as Drools can be asked for it.
 *
 * @param step which of the things, counted from 0
 * @param index which of its values
 */
record Place(int step, int index) implements Function1<Object, String>, HashedExpression {

    private static final long serialVersionUID = 1;

    /** The value in its thing. */
    @Override
    public String apply(Object thing) {
        return thing instanceof Fact fact ? fact.text(index) : ((Outcome) thing).text(index);
    }

    @Override
    public String getExpressionHash() {
        return step + "." + index;
    }
}
