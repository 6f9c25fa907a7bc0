package org.demarche.lint;

import java.util.ArrayList;
import java.util.List;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;

/** Rules that do not say what they stand for, or where they come from. */
final class MissingMetadata implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        List<Problem> problems = new ArrayList<>();
        for (RuleCard card : examined.rules()) {
            if (card.overDeclaredTypes()) {
                // Not written for us: whoever declares types of his own has no judgements to account for.
                continue;
            }
            if (card.title().equals(card.id())) {
                problems.add(problem(
                        Check.MISSING_TITLE,
                        card,
                        "has no `@title`",
                        "Add a few words that can head it in explanations: `@title( \"…\" )`."));
            }
            if (card.says().isEmpty()) {
                problems.add(problem(
                        Check.MISSING_SAYS,
                        card,
                        "has no `@says`",
                        "Add the judgement as a sentence, with `{x}` for what `$x` stands for: `@says( \"…\" )`."));
            }
            if (card.citations().isEmpty()) {
                problems.add(source(card));
            }
        }
        return problems;
    }

    private static Problem source(RuleCard card) {
        return card.tendency()
                ? problem(
                        Check.LIKELIHOOD_WITHOUT_SOURCE,
                        card,
                        "has a likelihood and no `@source`",
                        "Say whose estimate it is: `@source( \"…\" )`.")
                : problem(
                        Check.MISSING_SOURCE,
                        card,
                        "has no `@source`",
                        "Say whose judgement it is: `@source( \"…\" )`.");
    }

    private static Problem problem(Check check, RuleCard card, String what, String hint) {
        return check.at(card.at(), "Rule `" + card.id() + "` " + what + ".").withHint(hint);
    }
}
