package org.demarche.hypotheses;

import java.util.List;

/** In which scenarios a cell has a rating; those of one cell do not overlap. */
record Part(Rating rating, Reach reach) {

    /** How much speaks against a hypothesis, on average over the scenarios. */
    static double against(List<Part> parts) {
        return parts.stream()
                .mapToDouble(part -> part.rating().against() * part.reach().share())
                .sum();
    }
}
