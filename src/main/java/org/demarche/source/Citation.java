package org.demarche.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where something is said: a source and the place in it.
 *
 * @param source the id of the source; {@code ""} when the text names none
 * @param locator the place in the source as it was written, {@code p. 14}; {@code ""} for the source as a whole
 */
public record Citation(String source, String locator) {

    /** Ids of sources have a hyphen and at least one letter, so that {@code 14-16} or {@code ch. 2} is none. */
    private static final Pattern ID = Pattern.compile("(?=[0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)+");

    /**
     * The citations in a text, in its order. Parts are separated by {@code ;}; a part that does not begin with the id of a
     * source is a further locator in the source before it: {@code varna-navy-2030 p. 14; p. 16}.
     *
     * @return empty for a blank text
     */
    public static List<Citation> parse(String text) {
        List<Citation> citations = new ArrayList<>();
        String source = "";
        for (String part : text.split(";")) {
            String words = part.strip();
            String first = words.split("\\s", 2)[0];
            if (ID.matcher(first).matches()) {
                source = first;
                words = words.substring(first.length()).strip();
            } else if (words.isEmpty()) {
                continue;
            }
            citations.add(new Citation(source, words));
        }
        return List.copyOf(citations);
    }

    /** Whether a word can be the id of a source. */
    public static boolean isSourceId(String word) {
        return ID.matcher(word).matches();
    }

    /** {@code varna-navy-2030 p. 14}. */
    @Override
    public String toString() {
        return (source + " " + locator).strip();
    }
}
