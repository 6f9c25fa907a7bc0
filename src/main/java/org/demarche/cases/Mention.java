package org.demarche.cases;

import java.util.Collections;
import java.util.List;
import org.demarche.model.Fact;
import org.demarche.source.SourceLocation;

/**
 * A fact and where each of its values stands, so that a wrong word can be pointed at.
 *
 * @param places as many as the fact has values; that of an absent value is the fact's own
 */
record Mention(Fact fact, List<SourceLocation> places) {

    Mention {
        places = List.copyOf(places);
    }

    static Mention of(Fact fact, SourceLocation at) {
        return new Mention(fact, Collections.nCopies(fact.values().size(), at));
    }
}
