package org.demarche.hypotheses;

import java.util.List;
import org.demarche.hypotheses.Matrix.Against;

/** In which scenarios a cell has a rating; those of one cell do not overlap. */
record Part(Rating rating, Reach reach) {

    /** How much speaks against a hypothesis: in the scenarios where it is least, on average, and where it is most. */
    static Against against(List<Part> parts) {
        double average = 0;
        int most = 0;
        int least = parts.stream().anyMatch(part -> part.reach().isEverywhere()) ? Integer.MAX_VALUE : 0;
        double covered = 0;
        for (Part part : parts) {
            double share = part.reach().share();
            if (share > 0) {
                average += part.rating().against() * share;
                most = Math.max(most, part.rating().against());
                least = Math.min(least, part.rating().against());
                covered += share;
            }
        }
        // Together they may cover everything where none of them does.
        if (covered >= 1 - Scoring.TINY) {
            least = parts.stream()
                    .filter(part -> part.reach().share() > 0)
                    .mapToInt(part -> part.rating().against())
                    .min()
                    .orElse(0);
        }
        return new Against(least == Integer.MAX_VALUE ? 0 : least, average, most);
    }
}
