package org.demarche.explain.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;

/**
 * What is tried in a field that may be anything: anybody, any term of the field, any value of an enumeration, the bound of a number, and
 * in other fields of declared kinds what is known to stand there or in fields from which rules take what stands there.
 */
public final class FieldValues {

    private static final Set<FieldType> PARTIES = Set.of(FieldType.ACTOR, FieldType.SUBJECT, FieldType.PARTY);
    private static final Set<FieldType> LISTED = Set.of(FieldType.TRUTH, FieldType.CHOICE);
    private static final Set<String> BOUNDS = Set.of("<", "<=", ">", ">=");

    private record Place(FactType type, String field) {}

    private final Known known;
    private final Collection<RuleCard> cards;
    private final Collection<String> actors;
    private final Function<String, Set<String>> terms;
    private final Map<Place, List<String>> found = new HashMap<>();

    /**
     * @param actors those of the case
     * @param terms the terms of a field
     */
    public FieldValues(
            Known known, Collection<RuleCard> cards, Collection<String> actors, Function<String, Set<String>> terms) {
        this.known = known;
        this.cards = List.copyOf(cards);
        this.actors = List.copyOf(actors);
        this.terms = terms;
    }

    /** Whether there may be other values than those that are tried. */
    boolean isOpen(Wanted wanted, FactType.Field field) {
        return wanted.type().isDeclared()
                && !LISTED.contains(field.type())
                && wanted.values().getOrDefault(field.name(), "").isEmpty()
                && equal(wanted, field).isEmpty();
    }

    /**
     * The values to try.
     *
     * @param must whether the field may not do without a value
     */
    List<String> of(Wanted wanted, FactType.Field field, boolean must) {
        List<String> equal = equal(wanted, field);
        if (!equal.isEmpty()) {
            return equal;
        }
        if (wanted.type().isDeclared()) {
            return declared(wanted, field);
        }
        if (!must) {
            return List.of();
        }
        return field.type() == FieldType.TERM
                ? List.copyOf(terms.apply(field.name()))
                : PARTIES.contains(field.type()) ? List.copyOf(actors) : List.of();
    }

    /** The values of a list that a test gives. */
    private static List<String> equal(Wanted wanted, FactType.Field field) {
        return comparisons(wanted, field)
                .filter(each -> each.operator().equals("=="))
                .map(Comparison::operand)
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).value())
                .toList();
    }

    private static Stream<Comparison> comparisons(Wanted wanted, FactType.Field field) {
        return wanted.tests().stream()
                .flatMap(test -> test.comparisons().stream())
                .filter(each -> each.field().equals(field.name()));
    }

    private List<String> declared(Wanted wanted, FactType.Field field) {
        if (field.type() == FieldType.TRUTH) {
            return List.of("true", "false");
        }
        if (field.type() == FieldType.CHOICE) {
            return field.choices();
        }
        List<Comparison> bounds = comparisons(wanted, field)
                .filter(each -> BOUNDS.contains(each.operator()))
                .toList();
        return bounds.isEmpty() || field.type() == FieldType.TEXT
                ? found.computeIfAbsent(new Place(wanted.type(), field.name()), this::find)
                : bounds.stream()
                        .flatMap(each -> wanted.scope().value(each.operand()).stream()
                                .flatMap(bound -> within(field, each.operator(), bound).stream()))
                        .distinct()
                        .toList();
    }

    /** The value that meets a test and is nearest to its bound; empty where there is none that is nearest. */
    private static Optional<String> within(FactType.Field field, String operator, String bound) {
        boolean taken = operator.endsWith("=");
        int step = taken ? 0 : operator.startsWith(">") ? 1 : -1;
        return field.word(bound)
                .or(() -> field.type() == FieldType.WHOLE ? Optional.of(bound) : Optional.empty())
                .flatMap(value -> switch (field.type()) {
                    case WHOLE ->
                        Optional.of(whole(value, operator)
                                .add(BigDecimal.valueOf(step))
                                .toPlainString());
                    case DAY ->
                        Optional.of(LocalDate.parse(value).plusDays(step).toString());
                    default -> taken ? Optional.of(value) : Optional.empty();
                })
                .flatMap(field::word);
    }

    private static BigDecimal whole(String bound, String operator) {
        boolean down = operator.equals(">") || operator.equals("<=");
        return new BigDecimal(bound).setScale(0, down ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /** What stands in a field, or in one with which rules equate it. */
    private List<String> find(Place place) {
        Set<Place> alike = alike(place);
        Set<String> values = new TreeSet<>();
        for (Place each : alike) {
            known.all(each.type()).stream()
                    .map(Known.Item::fact)
                    .map(fact -> fact.value(each.field()))
                    .forEach(values::add);
            texts(each).forEach(values::add);
            each.type().field(each.field()).flatMap(FactType.Field::otherwise).ifPresent(values::add);
        }
        FactType.Field field = place.type().field(place.field()).orElseThrow();
        return values.stream()
                .filter(value -> !value.isEmpty())
                .flatMap(value -> field.word(value).stream())
                .distinct()
                .toList();
    }

    /** What rules themselves put there or ask for. */
    private Stream<String> texts(Place place) {
        return cards.stream()
                .flatMap(card -> uses(card).entrySet().stream())
                .filter(use ->
                        use.getKey() instanceof Operand.Text && use.getValue().contains(place))
                .map(use -> ((Operand.Text) use.getKey()).value());
    }

    private Set<Place> alike(Place place) {
        Set<Place> alike = new HashSet<>(Set.of(place));
        boolean more = true;
        while (more) {
            more = false;
            for (RuleCard card : cards) {
                for (Map.Entry<Operand, Set<Place>> use : uses(card).entrySet()) {
                    if (use.getKey() instanceof Operand.Variable
                            && use.getValue().stream().anyMatch(alike::contains)) {
                        more |= alike.addAll(use.getValue());
                    }
                }
            }
        }
        return alike;
    }

    /** The fields in which each variable and each text of a rule stands. */
    private static Map<Operand, Set<Place>> uses(RuleCard card) {
        Map<Operand, Set<Place>> uses = new HashMap<>();
        for (Pattern pattern : RuleWords.patterns(card.conditions())) {
            pattern.kind().ifPresent(type -> {
                pattern.bindings()
                        .forEach(each -> use(uses, new Operand.Variable(each.variable()), type, each.field()));
                pattern.constraints().stream()
                        .flatMap(constraint -> constraint.comparisons().stream())
                        .filter(each -> each.operator().equals("=="))
                        .forEach(each -> use(uses, each.operand(), type, each.field()));
            });
        }
        FactType concluded = card.conclusion().type();
        List<Operand> arguments = card.conclusion().arguments();
        for (int i = 0; i < arguments.size() && i < concluded.fieldNames().size(); i++) {
            use(uses, arguments.get(i), concluded, concluded.fieldNames().get(i));
        }
        return uses;
    }

    private static void use(Map<Operand, Set<Place>> uses, Operand operand, FactType type, String field) {
        if (type.field(field).isPresent()) {
            uses.computeIfAbsent(operand, any -> new HashSet<>()).add(new Place(type, field));
        }
    }
}
