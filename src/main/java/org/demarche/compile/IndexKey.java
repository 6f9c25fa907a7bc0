package org.demarche.compile;

import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;

/**
 * Something of a thing, by which Drools finds it among others.
 *
 * @param said the same for the same parts
 */
record IndexKey<V>(String said, Function1<Object, V> of) implements Function1<Object, V>, HashedExpression {

    private static final long serialVersionUID = 1;

    @Override
    public V apply(Object thing) {
        return of.apply(thing);
    }

    @Override
    public String getExpressionHash() {
        return said;
    }
}
