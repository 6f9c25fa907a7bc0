package org.demarche.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;

/** Rules that conclude nothing in any scenario of any case that uses them. */
final class DeadRules implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        Map<Assessment, Obstruction.Facts> known = new HashMap<>();
        return examined.used().values().stream()
                .filter(card -> !examined.living().contains(card.id()))
                .map(card -> problem(card, examined, known))
                .toList();
    }

    private static Problem problem(RuleCard card, Examined examined, Map<Assessment, Obstruction.Facts> known) {
        List<Obstruction.Facts> using = examined.cases().stream()
                .filter(each -> each.rulebase().cards().containsKey(card.id()))
                .map(each -> known.computeIfAbsent(each, Obstruction.Facts::of))
                .toList();
        Obstruction why = Obstruction.of(card, using);
        long cases = using.stream()
                .map(each -> each.assessment().caseFile().id())
                .distinct()
                .count();
        String where = cases == 1
                ? "the case that uses it, "
                        + using.get(0).assessment().caseFile().id()
                : "the " + cases + " cases that use it";
        return Check.DEAD_RULE
                .at(
                        why.at(),
                        "Rule `" + card.id() + "` concludes nothing in any scenario of " + where + ": " + why.sentence()
                                + ".")
                .withHint("Write down a case in which it does, or leave it out.");
    }
}
