package org.demarche.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCard.Suppression;
import org.demarche.source.Problem;
import org.demarche.source.Suggestion;

/** What rules suppress by {@code @suppress( "check: reason" )}, and what is wrong with that. */
final class Suppressions {

    private final List<RuleCard> cards;

    Suppressions(Collection<RuleCard> cards) {
        this.cards = cards.stream().sorted(Comparator.comparing(RuleCard::at)).toList();
    }

    /**
     * Leaves out what is suppressed.
     *
     * @param withCases whether what takes cases to find was looked for
     */
    Findings from(List<Problem> found, boolean withCases) {
        Set<Suppression> needed = new HashSet<>();
        List<Problem> left = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (Problem problem : found) {
            Optional<Suppression> by = suppression(problem);
            by.ifPresent(needed::add);
            by.ifPresentOrElse(each -> suppressed.add(new Suppressed(problem, each.reason())), () -> left.add(problem));
        }
        for (RuleCard card : cards) {
            for (Suppression each : card.suppressed()) {
                wrong(card, each)
                        .or(() -> needed.contains(each) ? Optional.empty() : needless(card, each, withCases))
                        .ifPresent(left::add);
            }
        }
        return new Findings(
                left.stream().distinct().sorted().toList(),
                suppressed.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Suppressed::problem))
                        .toList());
    }

    private Optional<Suppression> suppression(Problem problem) {
        return holder(problem)
                .flatMap(card -> card.suppressed().stream()
                        .filter(each -> each.check().equals(problem.check())
                                && Check.suppressible().contains(each.check())
                                && !each.reason().isBlank())
                        .findFirst());
    }

    /** The rule in which a problem stands: the last one that begins before it in the same file. */
    private Optional<RuleCard> holder(Problem problem) {
        return cards.stream()
                .filter(card -> card.at().file().equals(problem.at().file())
                        && card.at().compareTo(problem.at()) <= 0)
                .max(Comparator.comparing(RuleCard::at));
    }

    private static Optional<Problem> wrong(RuleCard card, Suppression suppression) {
        String check = suppression.check();
        if (!Check.suppressible().contains(check)) {
            String hint = Suggestion.hint(check, Check.suppressible());
            return Optional.of(Check.UNKNOWN_CHECK
                    .at(
                            suppression.at(),
                            "Rule `" + card.id() + "` suppresses `" + check + "`, "
                                    + (Check.named(check).isPresent()
                                            ? "which is nothing that a rule can suppress."
                                            : "and no check is called so."))
                    .withHint(
                            hint.isEmpty()
                                    ? "Rules can suppress " + String.join(", ", Check.suppressible()) + "."
                                    : hint));
        }
        return suppression.reason().isBlank()
                ? Optional.of(Check.SUPPRESSION_WITHOUT_REASON
                        .at(
                                suppression.at(),
                                "Rule `" + card.id() + "` suppresses `" + check
                                        + "` and does not say why, so it is not suppressed.")
                        .withHint("Write `@suppress( \"" + check + ": why it is right here\" )`."))
                : Optional.empty();
    }

    private static Optional<Problem> needless(RuleCard card, Suppression suppression, boolean withCases) {
        boolean looked = withCases
                || Check.named(suppression.check()).filter(Check::needsCases).isEmpty();
        return looked
                ? Optional.of(Check.NEEDLESS_SUPPRESSION
                        .at(
                                suppression.at(),
                                "Rule `" + card.id() + "` suppresses `" + suppression.check()
                                        + "`, for which there is no cause.")
                        .withHint("Leave it out."))
                : Optional.empty();
    }
}
