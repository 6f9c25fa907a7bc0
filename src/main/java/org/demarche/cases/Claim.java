package org.demarche.cases;

import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;

/**
 * One statement of the assessment that a case encodes, in the analyst's own words.
 *
 * @param id its locator in the source, {@code C3c}
 */
public record Claim(String id, String source, ClaimKind kind, String text, SourceLocation at) {

    /** Whether a citation names the claim, alone or among others: {@code orchard-2018 C3b, C3c}. */
    public boolean citedBy(Citation citation) {
        return citation.source().equals(source) && named(citation.locator());
    }

    /** Most locators name other claims, so a word is only looked at where the id stands. */
    private boolean named(String locator) {
        for (int at = locator.indexOf(id); at >= 0; at = locator.indexOf(id, at + 1)) {
            if (ends(locator, at - 1) && ends(locator, at + id.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String text, int at) {
        return at < 0 || at >= text.length() || text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at));
    }
}
