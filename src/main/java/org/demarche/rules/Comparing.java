package org.demarche.rules;

import org.demarche.model.FieldType;

/** What the operators of rules say of two values. */
public final class Comparing {

    private Comparing() {}

    /**
     * Whether a value of a field stands so to another; an operator that rules do not have is given the benefit of the doubt.
     *
     * @param type what the field holds, by which values are in order
     * @param operator as in DRL
     */
    public static boolean holds(FieldType type, String left, String operator, String right) {
        return switch (operator) {
            case "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> type.compare(left, right) < 0;
            case "<=" -> type.compare(left, right) <= 0;
            case ">" -> type.compare(left, right) > 0;
            case ">=" -> type.compare(left, right) >= 0;
            case "matches" -> left.matches(right);
            case "not matches" -> !left.matches(right);
            case "contains" -> left.contains(right);
            case "not contains" -> !left.contains(right);
            default -> true;
        };
    }
}
