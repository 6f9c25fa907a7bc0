package org.demarche.compile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regular expressions that {@code matches} may have: those whose comparison cannot take forever. Java tries alternatives one
 * after the other, and in {@code (a+)+} or {@code (a|a)(a|a)…} their number doubles with every letter.
 */
final class RegularExpression {

    static final String FORM = "Write letters, `.`, lists such as `[a-z]`, and at most " + RegularExpression.MOST
            + " of `*`, `+`, `?` and brackets, as in `war-.*` or `(air|sea)-.*`.";

    private static final int MOST = 4;
    private static final int LONGEST = 200;

    private static final String PLAIN = "[\\p{L}\\p{N} _:;,!%&/=#~@'<>-]";
    private static final String LIST = "\\[\\^?(?:" + PLAIN + "|[.+*?])++\\]";

    /** A piece, perhaps repeated; an opening or a closing bracket; a bar. What is in brackets is not repeated. */
    private static final Pattern PIECE = Pattern.compile(
            "(?:" + PLAIN + "|\\.|" + LIST + ")(?<repeated>[*+?])?|(?<open>\\()(?!\\?)|\\)(?![*+?{])|\\|");

    private RegularExpression() {}

    /** Why it may not be used, in a sentence. */
    static Optional<String> wrong(String expression) {
        Matcher piece = PIECE.matcher(expression);
        int choices = 0;
        int depth = 0;
        int end = 0;
        while (end < expression.length()) {
            if (!piece.find() || piece.start() != end) {
                return Optional.of("`" + expression + "` is not possible from `" + expression.substring(end) + "` on.");
            }
            choices += piece.group("repeated") != null || piece.group("open") != null ? 1 : 0;
            depth += piece.group().equals("(") ? 1 : piece.group().equals(")") ? -1 : 0;
            end = piece.end();
        }
        if (depth != 0) {
            return Optional.of("The brackets of `" + expression + "` are not in pairs.");
        }
        return choices > MOST || expression.length() > LONGEST
                ? Optional.of("`" + expression + "` could take for ever to compare with.")
                : Optional.empty();
    }
}
