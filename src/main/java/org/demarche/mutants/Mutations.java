package org.demarche.mutants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.FactType;
import org.demarche.rules.Conclusion;
import org.demarche.rules.ConditionSites;
import org.demarche.rules.ConditionSites.Site;
import org.demarche.rules.ConditionText;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.source.SourceLocation;

/** All mutants of one rule, in a fixed order; those that are no rules, or the same as another, are left out. */
final class Mutations {

    private final RuleCard card;
    private final Neighbours neighbours;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Set<List<Object>> seen = new LinkedHashSet<>();

    private Mutations(RuleCard card, Neighbours neighbours) {
        this.card = card;
        this.neighbours = neighbours;
        seen.add(List.of(card.conditions(), card.conclusion().arguments()));
    }

    /** @param first the number of the first */
    static List<Mutant> of(RuleCard card, Neighbours neighbours, int first) {
        Mutations mutations = new Mutations(card, neighbours);
        mutations.makeAll();
        List<Mutant> numbered = new ArrayList<>();
        for (Mutant each : mutations.mutants) {
            numbered.add(new Mutant(
                    first + numbered.size(),
                    each.rule(),
                    each.operator(),
                    each.text(),
                    each.into(),
                    each.at(),
                    each.card()));
        }
        return numbered;
    }

    private void makeAll() {
        mutants.add(new Mutant(0, card.id(), Operator.DROP_RULE, "", "", card.at(), Optional.empty()));
        List<RuleCondition> conditions = card.conditions();
        for (Site site : ConditionSites.of(conditions)) {
            add(
                    Operator.DROP_CONDITION,
                    ConditionText.of(site.condition()),
                    "",
                    site.condition().at(),
                    ConditionSites.without(conditions, site.path()));
        }
        for (Site site : ConditionSites.of(conditions)) {
            RuleCondition opposite = opposite(site.condition());
            add(Operator.NEGATE_CONDITION, site.condition(), opposite, site);
        }
        for (Site site : ConditionSites.elements(conditions)) {
            if (site.condition() instanceof Accumulate accumulate) {
                moveBounds(accumulate, site);
            } else if (site.condition() instanceof Pattern pattern) {
                moveBounds(pattern, site);
                swapTerms(pattern, site);
            }
        }
        swapConcluded();
    }

    private static RuleCondition opposite(RuleCondition condition) {
        if (condition instanceof Not not) {
            return new Exists(not.inner(), not.at());
        }
        return condition instanceof Exists exists
                ? new Not(exists.inner(), exists.at())
                : new Not(condition, condition.at());
    }

    private void moveBounds(Accumulate accumulate, Site site) {
        for (int i = 0; i < accumulate.tests().size(); i++) {
            Test test = accumulate.tests().get(i);
            for (Test moved : Bounds.moved(test, accumulate)) {
                List<Test> tests = new ArrayList<>(accumulate.tests());
                tests.set(i, moved);
                add(
                        Operator.MOVE_BOUND,
                        ConditionText.of(test),
                        ConditionText.of(moved),
                        test.at(),
                        ConditionSites.with(
                                card.conditions(),
                                site.path(),
                                new Accumulate(accumulate.source(), accumulate.results(), tests, accumulate.at())));
            }
        }
    }

    private void moveBounds(Pattern pattern, Site site) {
        pattern.constraints().stream()
                .flatMap(constraint -> constraint.comparisons().stream())
                .forEach(comparison -> pattern.kind().flatMap(kind -> kind.field(comparison.field())).stream()
                        .flatMap(field -> Bounds.moved(comparison, field).stream())
                        .flatMap(moved -> SwappedTerm.moved(pattern, comparison, moved).stream())
                        .forEach(moved -> add(Operator.MOVE_BOUND, pattern, moved, site)));
    }

    private void swapTerms(Pattern pattern, Site site) {
        Optional<FactType> type = pattern.kind();
        pattern.constraints().stream()
                .flatMap(constraint -> constraint.comparisons().stream())
                .forEach(comparison -> type.flatMap(kind -> neighbour(kind, comparison))
                        .ifPresent(term ->
                                add(Operator.SWAP_TERM, pattern, SwappedTerm.in(pattern, comparison, term), site)));
    }

    private Optional<String> neighbour(FactType type, Comparison comparison) {
        return comparison.operand() instanceof Operand.Text text
                ? type.field(comparison.field())
                        .filter(Neighbours::isTerm)
                        .flatMap(field -> neighbours.of(type, field, text.value()))
                : Optional.empty();
    }

    private void swapConcluded() {
        Conclusion conclusion = card.conclusion();
        for (int i = 0; i < conclusion.arguments().size(); i++) {
            FactType.Field field = conclusion.type().fields().get(i);
            if (Neighbours.isTerm(field) && conclusion.arguments().get(i) instanceof Operand.Text text) {
                int position = i;
                neighbours.of(conclusion.type(), field, text.value()).ifPresent(term -> {
                    List<Operand> arguments = new ArrayList<>(conclusion.arguments());
                    arguments.set(position, new Operand.Text(term));
                    Conclusion other = new Conclusion(conclusion.type(), arguments, conclusion.at());
                    add(
                            Operator.SWAP_TERM,
                            text(conclusion),
                            text(other),
                            conclusion.at(),
                            card.toBuilder().conclusion(other).build());
                });
            }
        }
    }

    private static String text(Conclusion conclusion) {
        return "new " + conclusion.type().typeName() + "( "
                + String.join(
                        ", ",
                        conclusion.arguments().stream().map(ConditionText::of).toList())
                + " )";
    }

    private void add(Operator operator, RuleCondition from, RuleCondition into, Site site) {
        add(
                operator,
                ConditionText.of(from),
                ConditionText.of(into),
                from.at(),
                ConditionSites.with(card.conditions(), site.path(), into));
    }

    private void add(Operator operator, String text, String into, SourceLocation at, List<RuleCondition> conditions) {
        add(operator, text, into, at, card.toBuilder().conditions(conditions).build());
    }

    private void add(Operator operator, String text, String into, SourceLocation at, RuleCard changed) {
        if (BoundVariables.completeIn(changed)
                && seen.add(List.of(changed.conditions(), changed.conclusion().arguments()))) {
            mutants.add(new Mutant(0, card.id(), operator, text, into, at, Optional.of(changed)));
        }
    }
}
