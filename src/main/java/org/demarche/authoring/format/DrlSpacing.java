package org.demarche.authoring.format;

import java.util.Set;
import org.demarche.authoring.format.DrlToken.Kind;

/** Whether a space stands between two tokens of one line. */
final class DrlSpacing {

    private static final Set<String> SPACED = Set.of("==", "!=", "<=", ">=", "<", ">", "&&", "||", ":");

    /** Words that are no name of what stands in the brackets behind them. */
    private static final Set<String> BEFORE_BRACKET =
            Set.of("in", "and", "or", "not", "exists", "contains", "memberOf", "matches", "from", "over", "when");

    private DrlSpacing() {}

    static boolean between(DrlToken left, DrlToken right) {
        if (left.comment() || right.comment()) {
            return true;
        }
        if (left.is("(") || right.is(")")) {
            return !(left.is("(") && right.is(")"));
        }
        if (right.is(",") || right.is(";")) {
            return false;
        }
        if (left.is(",") || left.is(";") || SPACED.contains(left.text()) || SPACED.contains(right.text())) {
            return true;
        }
        if (right.is("(") && left.kind() == Kind.WORD) {
            return BEFORE_BRACKET.contains(left.text());
        }
        // Between two words there is one anyway; what else there may be is as its author wrote it.
        return !right.glued();
    }
}
