package org.demarche.compile;

import java.util.Optional;
import org.demarche.model.FactType.Field;
import org.demarche.rules.Operand;

/** Turns what rules write for a field of a declared fact into the word that the value is kept as. */
final class Operands {

    private Operands() {}

    /** The operand; as it was when it is no value of the field. */
    static Operand of(Field field, Operand operand) {
        Optional<String> word = operand instanceof Operand.Text text
                ? field.word(text.value())
                : operand instanceof Operand.Other other ? Literals.word(other.written(), field) : Optional.empty();
        return word.<Operand>map(Operand.Text::new).orElse(operand);
    }
}
