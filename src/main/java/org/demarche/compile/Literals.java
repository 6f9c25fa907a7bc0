package org.demarche.compile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.FactType.Field;
import org.demarche.model.FieldType;

/** Reads values as rules write them for the fields of declared facts: {@code 5}, {@code 2.5d}, {@code true}, {@code Colour.RED}. */
final class Literals {

    private static final Pattern NUMBER = Pattern.compile("([+-]?\\s*(?:0|[1-9]\\d*)(?:\\.\\d+)?)[lLdDfFIB]?");
    private static final Pattern CHOICE = Pattern.compile("(?:\\w+\\.)*(\\w+)\\.(\\w+)");

    private Literals() {}

    /** The word that a value is kept as; empty when it is no value of the field, but a name or something to compute. */
    static Optional<String> word(String written, Field field) {
        Optional<String> quoted = ConstraintReader.unquoted(written);
        if (quoted.isPresent()) {
            return field.word(quoted.get());
        }
        if (field.type().isNumber()) {
            Matcher number = NUMBER.matcher(written);
            return number.matches() ? field.word(number.group(1).replaceAll("\\s", "")) : Optional.empty();
        }
        if (field.type() == FieldType.CHOICE) {
            Matcher choice = CHOICE.matcher(written);
            return choice.matches() && choice.group(1).equals(field.written())
                    ? field.word(choice.group(2))
                    : Optional.empty();
        }
        return field.type() == FieldType.TRUTH ? field.word(written) : Optional.empty();
    }
}
