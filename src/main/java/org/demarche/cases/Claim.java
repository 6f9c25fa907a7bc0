package org.demarche.cases;

import java.util.stream.Stream;
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
        return citation.source().equals(source)
                && Stream.of(citation.locator().split("[,\\s]+")).anyMatch(id::equals);
    }
}
