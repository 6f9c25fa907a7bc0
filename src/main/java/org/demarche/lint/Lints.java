package org.demarche.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.compile.Rulebase;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCard.Suppression;
import org.demarche.source.Problem;
import org.demarche.source.Suggestion;

/** All kinds of doubt there are. */
public final class Lints {

    private static final List<Lint> OF_RULES =
            List.of(new MissingMetadata(), new UnusedVariables(), new Redundancy(), new Loops());
    private static final List<Lint> OF_CASES =
            List.of(new DeadRules(), new UnusedTerms(), new UnreadFacts(), new ExclusiveConclusions());

    /** What can be suppressed in a rule without looking at a case. */
    private static final Set<String> RULE_CHECKS = Set.of(
            "missing-title",
            "missing-says",
            "missing-source",
            "likelihood-without-source",
            "unused-variable",
            "duplicate-rule",
            "subsumed-rule",
            "opposite-conclusions",
            "self-defeating-rule",
            "loop-through-negation",
            "salience-ignored");

    /** What can be suppressed in a rule and takes cases to find. */
    private static final Set<String> CASE_CHECKS = Set.of("dead-rule", "never-matched-term");

    private Lints() {}

    /**
     * What is doubtful and not suppressed, and what is wrong with suppressions; sorted by place.
     *
     * @param cases every case that could be assessed
     * @param others what was found before, of which rules may suppress some too
     */
    public static List<Problem> find(Rulebase rulebase, List<Assessment> cases, List<Problem> others) {
        Examined examined = new Examined(rulebase, cases);
        List<Problem> found = new ArrayList<>(others);
        OF_RULES.forEach(lint -> found.addAll(lint.find(examined)));
        if (!cases.isEmpty()) {
            OF_CASES.forEach(lint -> found.addAll(lint.find(examined)));
        }
        List<RuleCard> cards = examined.rules().stream()
                .sorted(Comparator.comparing(RuleCard::at))
                .toList();
        Set<Suppression> needed = new HashSet<>();
        List<Problem> left = new ArrayList<>();
        for (Problem problem : found) {
            Optional<Suppression> by = holder(problem, cards)
                    .flatMap(card -> card.suppressed().stream()
                            .filter(each -> each.check().equals(problem.check())
                                    && !each.reason().isBlank())
                            .findFirst());
            by.ifPresentOrElse(needed::add, () -> left.add(problem));
        }
        cards.forEach(card -> card.suppressed().stream()
                .flatMap(each -> wrong(card, each, needed.contains(each), !cases.isEmpty()).stream())
                .forEach(left::add));
        return left.stream().distinct().sorted().toList();
    }

    /** The rule in which a problem stands. */
    private static Optional<RuleCard> holder(Problem problem, List<RuleCard> cards) {
        return cards.stream()
                .filter(card -> card.at().file().equals(problem.at().file())
                        && card.at().line() <= problem.at().line())
                .max(Comparator.comparing(RuleCard::at));
    }

    private static Optional<Problem> wrong(RuleCard card, Suppression suppression, boolean needed, boolean withCases) {
        boolean known = RULE_CHECKS.contains(suppression.check()) || CASE_CHECKS.contains(suppression.check());
        String which = "Rule `" + card.id() + "` suppresses `" + suppression.check() + "`";
        if (!known) {
            List<String> checks = new ArrayList<>(RULE_CHECKS);
            checks.addAll(CASE_CHECKS);
            return Optional.of(
                    Problem.warning("unknown-check", suppression.at(), which + ", and no check of rules is called so.")
                            .withHint(Suggestion.hint(suppression.check(), checks)));
        }
        if (suppression.reason().isBlank()) {
            return Optional.of(
                    Problem.warning("suppression-without-reason", suppression.at(), which + " and does not say why.")
                            .withHint("Write `@suppress( \"" + suppression.check() + ": why it is right here\" )`."));
        }
        return needed || CASE_CHECKS.contains(suppression.check()) && !withCases
                ? Optional.empty()
                : Optional.of(Problem.warning(
                                "needless-suppression", suppression.at(), which + ", which it does not give cause for.")
                        .withHint("Leave `@suppress` out."));
    }
}
