package org.demarche.check;

import java.util.Collection;
import java.util.List;
import org.demarche.model.Fact;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;

/** Which rules could conclude a fact, judged by their consequence alone. */
final class ConcludingRules {

    private ConcludingRules() {}

    /** The ids of these rules, in the order given. */
    static List<String> of(Fact fact, Collection<RuleCard> cards) {
        return cards.stream()
                .filter(card -> couldConclude(card.conclusion(), fact))
                .map(RuleCard::id)
                .toList();
    }

    private static boolean couldConclude(Conclusion conclusion, Fact fact) {
        if (conclusion.type() != fact.type()) {
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
