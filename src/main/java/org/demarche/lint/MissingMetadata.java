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
            if (card.title().equals(card.id())) {
                problems.add(
                        problem("missing-title", card, "has no `@title`", "A few words that head it in explanations."));
            }
            if (card.says().isEmpty()) {
                problems.add(problem(
                        "missing-says",
                        card,
                        "has no `@says`",
                        "A sentence with `{x}` for what `$x` stands for; `why` prints it."));
            }
            if (card.citations().isEmpty()) {
                problems.add(
                        card.tendency()
                                ? problem(
                                        "likelihood-without-source",
                                        card,
                                        "has a likelihood and no `@source`",
                                        "Say who judges it so likely.")
                                : problem("missing-source", card, "has no `@source`", "Say whose judgement it is."));
            }
        }
        return problems;
    }

    private static Problem problem(String check, RuleCard card, String what, String hint) {
        return Problem.warning(check, card.at(), "Rule `" + card.id() + "` " + what + ".")
                .withHint(hint);
    }
}
