package org.demarche.compile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.Problem;

/** Finds signs that cannot stand in a rule outside of texts and comments: most often a word processor has put them in. */
final class StraySigns {

    private static final Pattern STRAY = Pattern.compile("[\\P{ASCII}&&[^\\p{L}\\p{M}\\p{N}]]|/\\*|\\*/");
    private static final String QUOTES = "\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A";

    private StraySigns() {}

    static Optional<Problem> first(SourceText source) {
        Matcher stray = STRAY.matcher(source.code());
        return stray.find() ? Optional.of(problem(source, stray)) : Optional.empty();
    }

    private static Problem problem(SourceText source, Matcher stray) {
        String sign = stray.group();
        if (sign.equals("/*")) {
            return error(source, stray, "A comment is opened here and never closed.", "Close it with `*/`.");
        }
        if (sign.equals("*/")) {
            return error(source, stray, "A comment is closed here and was never opened.", "Open it with `/*`.");
        }
        if (QUOTES.contains(sign)) {
            return error(source, stray, "`" + sign + "` is a curly quote.", "Use the straight one: `\"`.");
        }
        return Character.getType(sign.codePointAt(0)) == Character.SPACE_SEPARATOR
                ? error(
                        source,
                        stray,
                        "The space here is not a plain one, as word processors put it in.",
                        "Write it anew.")
                : error(source, stray, "`" + sign + "` cannot stand outside of a text in quotes.", "");
    }

    private static Problem error(SourceText source, Matcher stray, String message, String hint) {
        return source.error("drl-syntax", source.at(stray.start()), message, hint);
    }
}
