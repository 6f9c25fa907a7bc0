package org.demarche.cases;

import java.util.List;
import java.util.Optional;
import lombok.With;
import org.demarche.model.Fact;
import org.demarche.model.Likelihood;
import org.demarche.source.SourceLocation;

/**
 * One of the answers to a question.
 *
 * @param says the answer as a short sentence; {@code ""} when not given
 * @param likelihood empty when the case leaves it open
 * @param facts what is stated in the answer's scenarios
 * @param means further facts or conclusions that the answer would amount to, without stating them
 * @param note {@code ""} when there is none
 */
@With
public record Answer(
        String id,
        String says,
        Optional<Likelihood> likelihood,
        List<Statement> facts,
        List<Fact> means,
        String note,
        SourceLocation at) {

    public Answer {
        facts = List.copyOf(facts);
        means = List.copyOf(means);
    }

    /** An answer from Java that only has a name. */
    public static Answer of(String id, Statement... facts) {
        return new Answer(id, "", Optional.empty(), List.of(facts), List.of(), "", SourceLocation.of(Statement.API));
    }
}
