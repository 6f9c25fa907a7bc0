package org.demarche.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.rules.Operand;

/** What the variables of a rule stand for: terms, of which two are the same exactly where the values must be equal. */
interface Names {

    /** {@code $fact.field}, or as an accessor. */
    Pattern FIELD = Pattern.compile("\\$(\\w+)\\.(\\w+)(?:\\(\\))?");

    /** What a variable stands for, without {@code $}; empty when it is not bound here. */
    Optional<String> variable(String name);

    /** What a field of a labelled fact is; empty when there is no such label here. */
    Optional<String> field(String label, String field);

    /** What an operand is; empty when that is not known here. */
    default Optional<String> term(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return Optional.of(quoted(text.value()));
        }
        if (operand instanceof Operand.Variable variable) {
            return variable(variable.name());
        }
        if (operand instanceof Operand.Size size) {
            return variable(size.variable()).map(term -> term + ".size");
        }
        if (operand instanceof Operand.Number number) {
            return Optional.of(number.value().stripTrailingZeros().toPlainString());
        }
        String written = ((Operand.Other) operand).written();
        Matcher field = FIELD.matcher(written);
        return field.matches()
                ? field(field.group(1), field.group(2))
                : written.contains("$") ? Optional.empty() : Optional.of(written);
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static boolean isText(String term) {
        return term.startsWith("\"");
    }
}
