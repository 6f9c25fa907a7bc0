package org.demarche.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.model.Fact;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** Which rules could conclude a fact, judged by their consequence alone. */
public final class ConcludingRules {

    private ConcludingRules() {}

    /** The rules of an assessment that could conclude the inference with this id, sorted; none when it is no id. */
    public static List<String> of(String id, Assessment assessment) {
        return new InferenceIds(assessment.caseFile(), assessment.rulebase().vocabulary())
                .read(id)
                .map(fact -> of(fact, assessment.rulebase().cards().values()))
                .orElse(List.of());
    }

    /** What an id stands for, if some rule of the assessment could conclude it. */
    public static Optional<Fact> fact(String id, Assessment assessment) {
        return new InferenceIds(assessment.caseFile(), assessment.rulebase().vocabulary())
                .read(id)
                .filter(fact ->
                        !of(fact, assessment.rulebase().cards().values()).isEmpty());
    }

    /** What is wrong with an id that has the shape of one: words that are not known where they stand. */
    public static List<Problem> problems(String id, Assessment assessment) {
        List<Problem> problems = new ArrayList<>();
        new InferenceIds(assessment.caseFile(), assessment.rulebase().vocabulary())
                .check(id, SourceLocation.of(id), problems);
        return problems;
    }

    /** The ids of these rules, in the order given. */
    static List<String> of(Fact fact, Collection<RuleCard> cards) {
        return cards.stream()
                .filter(card -> couldConclude(card.conclusion(), fact))
                .map(RuleCard::id)
                .toList();
    }

    private static boolean couldConclude(Conclusion conclusion, Fact fact) {
        if (!conclusion.type().equals(fact.type())) {
            return false;
        }
        List<Operand> arguments = conclusion.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Operand.Text text
                    && !text.value().equals(fact.values().get(i))) {
                return false;
            }
        }
        return true;
    }
}
