package org.demarche.oracle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.demarche.cases.CaseFile;
import org.demarche.model.Fact;
import org.demarche.model.Impossible;
import org.demarche.model.Settled;
import org.demarche.rules.RuleCard;

/** What rules conclude from a case, worked out anew for each scenario. */
final class Oracle {

    private Oracle() {}

    /** What holds in each possible scenario. */
    static Map<Map<String, String>, Truths> truths(CaseFile caseFile, Collection<RuleCard> cards) {
        Scenarios scenarios = new Scenarios(caseFile);
        Map<Map<String, String>, Truths> possible = new LinkedHashMap<>();
        for (Map<String, String> scenario : scenarios.all()) {
            Set<Fact> stated = scenarios.facts(scenario);
            Truths truths = AlternatingFixpoint.of(Grounder.ground(cards, stated), stated);
            if (truths.definite().stream().noneMatch(fact -> rulesOut(fact, scenario))) {
                possible.put(scenario, truths);
            }
        }
        return possible;
    }

    /** A question that the case does not ask cannot be settled on another answer. */
    static boolean rulesOut(Fact fact, Map<String, String> scenario) {
        return fact instanceof Impossible
                || fact instanceof Settled settled
                        && scenario.containsKey(settled.question())
                        && !settled.answer().equals(scenario.get(settled.question()));
    }
}
