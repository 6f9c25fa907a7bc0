package org.demarche.cases;

import java.util.Collection;
import java.util.stream.Collectors;
import org.demarche.source.KebabCase;
import org.demarche.source.Suggestion;

/** What to do about a wrong word. */
final class Hints {

    /** More than these nobody reads. */
    private static final int FEW = 8;

    private Hints() {}

    /** The nearest known word; or else all of them, where they are few; or else what to do. */
    static String nearest(String wrong, Collection<String> known, String otherwise) {
        String near = Suggestion.hint(wrong, known);
        if (!near.isEmpty()) {
            return near;
        }
        return known.isEmpty() || known.size() > FEW ? otherwise : ("Known: " + list(known) + ". " + otherwise).strip();
    }

    /** {@code `a`, `b`}. */
    static String list(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** How an id would be spelled. */
    static String kebab(String wrong) {
        String spelled = KebabCase.of(wrong);
        String rule = "An id has small letters, digits and hyphens";
        return spelled.isEmpty() ? rule + "." : rule + ": `" + spelled + "`.";
    }
}
