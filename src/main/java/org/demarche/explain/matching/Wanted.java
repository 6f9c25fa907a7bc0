package org.demarche.explain.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;

/**
 * Something that rules may conclude, as far as it is known.
 *
 * @param values the values that it must have, by field
 * @param tests what else is asked of it: that its actor is one of two, or is not somebody
 * @param scope what the variables in the tests stand for
 */
public record Wanted(FactType type, Map<String, String> values, List<Constraint> tests, Scope scope) {

    public Wanted {
        values = Map.copyOf(values);
        tests = List.copyOf(tests);
    }

    public static Wanted of(Fact fact) {
        Map<String, String> values = new HashMap<>();
        fact.type().fieldNames().forEach(field -> values.put(field, fact.value(field)));
        return new Wanted(fact.type(), values, List.of(), Scope.EMPTY);
    }

    public static Wanted of(Pattern pattern, Scope scope) {
        FactType type = pattern.kind().orElseThrow();
        List<Constraint> tests = pattern.constraints().stream()
                .filter(constraint -> !constraint.comparisons().isEmpty())
                .filter(constraint -> !constraint.plain()
                        || constraint.comparisons().stream()
                                .anyMatch(each -> !each.operator().equals("==")))
                .toList();
        return new Wanted(type, scope.asked(pattern), tests, scope);
    }

    public Sought sought() {
        return new Sought(type, new TreeMap<>(values));
    }

    /** Whether it names somebody twice: that somebody stands in a relation to himself. */
    public boolean ofItself() {
        List<String> parties = type.fields().stream()
                .filter(field -> field.type() == FieldType.ACTOR || field.type() == FieldType.PARTY)
                .map(field -> values.getOrDefault(field.name(), ""))
                .filter(value -> !value.isEmpty())
                .toList();
        return parties.stream().distinct().count() < parties.size();
    }

    /** The same for the same, whatever it was made from. */
    public String key() {
        Map<String, String> given = new TreeMap<>(values);
        given.values().removeIf(String::isEmpty);
        return type
                + given.toString()
                + tests.stream()
                        .map(test -> test.text() + operands(test))
                        .sorted()
                        .toList();
    }

    private List<String> operands(Constraint test) {
        return test.comparisons().stream()
                .map(each -> each.operand() instanceof Operand.Variable variable
                        ? scope.value(variable.name()).orElse("")
                        : "")
                .toList();
    }

    /** The fact, where all its values are known that it needs, and it meets the tests. */
    public Optional<Fact> fact() {
        return sought().fact().filter(fact -> tests.stream().allMatch(test -> scope.meets(test, fact)));
    }

    /**
     * The facts that it could be.
     *
     * @param tried what is tried where a value is not known
     * @param most how many at most
     */
    public List<Fact> facts(FieldValues tried, int most) {
        List<Map<String, String>> all = List.of(values);
        int needed = type.fields().size() - type.optionalValues();
        for (FactType.Field field : type.fields()) {
            // Where a test speaks of it, it may not do without a value.
            boolean must = type.indexOf(field.name()) < needed
                    || tests.stream().anyMatch(test -> fields(test).contains(field.name()));
            List<String> options = tried.of(this, field, must);
            if (values.getOrDefault(field.name(), "").isEmpty() && !options.isEmpty()) {
                List<Map<String, String>> next = new ArrayList<>();
                for (String value : options) {
                    for (Map<String, String> known : all) {
                        Map<String, String> more = new HashMap<>(known);
                        more.put(field.name(), value);
                        next.add(more);
                    }
                }
                all = next.subList(0, Math.min(most, next.size()));
            }
        }
        return all.stream()
                .map(each -> new Wanted(type, each, tests, scope))
                .flatMap(each -> each.fact().stream())
                .toList();
    }

    /** The fields of which only some of many values are tried. */
    public Set<String> open(FieldValues options) {
        return type.fields().stream()
                .filter(field -> options.isOpen(this, field))
                .map(FactType.Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields of which no value at all can be tried. */
    public Set<String> unknown(FieldValues options) {
        return type.fields().stream()
                .filter(field -> options.isOpen(this, field)
                        && options.of(this, field, true).isEmpty())
                .map(FactType.Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the variables of a rule must stand for to conclude it; empty when it cannot. */
    Optional<Scope> concludedBy(RuleCard card) {
        if (!card.conclusion().type().equals(type)) {
            return Optional.empty();
        }
        Scope unified = Scope.EMPTY;
        List<Operand> arguments = card.conclusion().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String value = values.get(type.fieldNames().get(i));
            if (value == null) {
                continue;
            }
            if (arguments.get(i) instanceof Operand.Text text && !text.value().equals(value)) {
                return Optional.empty();
            }
            if (arguments.get(i) instanceof Operand.Variable variable) {
                if (value.isEmpty() && neverAbsent(variable.name(), card)) {
                    return Optional.empty();
                }
                Optional<String> before = unified.value(variable.name());
                if (before.isPresent() && !before.get().equals(value)) {
                    return Optional.empty();
                }
                unified = unified.with(variable.name(), value);
            }
        }
        return Optional.of(unified).filter(found -> fits(card, found));
    }

    /** Whether what a rule concludes meets the tests, as far as its variables have their values. */
    boolean fits(RuleCard card, Scope found) {
        if (tests.isEmpty()) {
            return true;
        }
        Map<String, String> concluded = new HashMap<>(values);
        List<Operand> arguments = card.conclusion().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String field = type.fieldNames().get(i);
            Optional<String> value = arguments.get(i) instanceof Operand.Text text
                    ? Optional.of(text.value())
                    : arguments.get(i) instanceof Operand.Variable variable
                            ? found.value(variable.name())
                            : Optional.empty();
            value.ifPresent(each -> concluded.put(field, each));
        }
        Fact fact = type.supposed(type.fieldNames().stream()
                .map(field -> concluded.getOrDefault(field, ""))
                .toList());
        return tests.stream()
                .filter(test -> concluded.keySet().containsAll(fields(test)))
                .allMatch(test -> scope.meets(test, fact));
    }

    private Set<String> fields(Constraint test) {
        return Stream.concat(
                        test.comparisons().stream().flatMap(each -> Stream.of(each.field(), other(each))),
                        test.bindings().stream().map(Binding::field))
                .filter(type.fieldNames()::contains)
                .collect(Collectors.toSet());
    }

    private static String other(Comparison comparison) {
        return comparison.operand() instanceof Operand.Other other ? other.written() : "";
    }

    /** Whether a variable stands for a value that no fact is without. */
    private static boolean neverAbsent(String variable, RuleCard card) {
        return RuleWords.patterns(card.conditions()).stream()
                .anyMatch(pattern -> pattern.bindings().stream()
                        .filter(binding -> binding.variable().equals(variable))
                        .anyMatch(binding -> pattern.kind()
                                .filter(type -> type.indexOf(binding.field())
                                        < type.fields().size() - type.optionalValues())
                                .isPresent()));
    }
}
