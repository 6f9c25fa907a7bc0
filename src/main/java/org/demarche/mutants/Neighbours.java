package org.demarche.mutants;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleWords;
import org.jspecify.annotations.Nullable;

/**
 * The terms that rules and cases use, by kind of fact and field. The neighbour of a term is the next one in the alphabet that a fact
 * states or a rule concludes, and only where there is none the next that a rule asks for; after the last comes the first.
 */
final class Neighbours {

    private static final List<String> RATINGS = List.of("CC", "C", "I", "II");

    private record Place(FactType type, String field) {}

    private final Map<Place, TreeSet<String>> there = new HashMap<>();
    private final Map<Place, TreeSet<String>> asked = new HashMap<>();

    Neighbours(Collection<RuleCard> rules, Collection<CaseFile> cases) {
        cases.forEach(this::addFacts);
        rules.forEach(this::addWords);
    }

    /** The neighbour of a term; empty when nothing else stands in its field, or it is no field of terms. */
    Optional<String> of(FactType type, FactType.Field field, String term) {
        if (field.type() == FieldType.RATING) {
            return Optional.of(RATINGS.get(RATINGS.size() - 1 - RATINGS.indexOf(term)));
        }
        Place place = new Place(type, field.name());
        return next(there.get(place), term).or(() -> next(asked.get(place), term));
    }

    private static Optional<String> next(@Nullable TreeSet<String> terms, String term) {
        if (terms == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(terms.higher(term))
                .or(() -> Optional.of(terms.first()))
                .filter(next -> !next.equals(term));
    }

    private void addFacts(CaseFile file) {
        file.statements().forEach(statement -> add(statement.fact()));
        file.questions().stream()
                .flatMap(question -> question.answers().stream())
                .forEach(answer -> {
                    answer.facts().stream().map(Statement::fact).forEach(this::add);
                    answer.means().forEach(this::addHypothesis);
                    answer.facts().stream().map(Statement::fact).forEach(this::addHypothesis);
                });
    }

    private void add(Fact fact) {
        for (FactType.Field field : fact.type().fields()) {
            add(there, fact.type(), field, fact.value(field.name()));
        }
    }

    private void addHypothesis(Fact fact) {
        for (FactType.Field field : fact.type().fields()) {
            if (field.type() == FieldType.TERM) {
                FactType.HYPOTHESIS
                        .field("term")
                        .ifPresent(term -> add(there, FactType.HYPOTHESIS, term, fact.value(field.name())));
            }
        }
    }

    private void addWords(RuleCard card) {
        FactType concluded = card.conclusion().type();
        for (int i = 0; i < concluded.fields().size(); i++) {
            if (card.conclusion().arguments().get(i) instanceof Operand.Text text) {
                add(there, concluded, concluded.fields().get(i), text.value());
            }
        }
        RuleWords.patterns(card.conditions())
                .forEach(pattern -> pattern.kind()
                        .ifPresent(type -> pattern.constraints().stream()
                                .flatMap(constraint -> constraint.comparisons().stream())
                                .forEach(comparison -> type.field(comparison.field())
                                        .ifPresent(field -> {
                                            if (comparison.operand() instanceof Operand.Text text) {
                                                add(asked, type, field, text.value());
                                            }
                                        }))));
    }

    private static void add(Map<Place, TreeSet<String>> to, FactType type, FactType.Field field, String term) {
        if (isTerm(field) && !term.isEmpty()) {
            to.computeIfAbsent(new Place(type, field.name()), any -> new TreeSet<>())
                    .add(term);
        }
    }

    static boolean isTerm(FactType.Field field) {
        return switch (field.type()) {
            case TERM, ANY_TERM, RATING, TEXT, CHOICE -> true;
            default -> false;
        };
    }
}
