package org.demarche.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Whether a fact meets a pattern. Values of variables are texts; a variable {@code $r} for a whole fact has one value for each of
 * its fields, {@code r.actor}.
 */
final class Match {

    /** Looked up for every fact that is tried: a fact itself makes this list anew each time. */
    private static final Map<FactType, List<String>> FIELDS =
            Arrays.stream(FactType.values()).collect(Collectors.toMap(type -> type, FactType::fieldNames));

    private final List<String> fields;
    private final List<String> fact;
    private final Map<String, String> values;

    private Match(Fact fact, Map<String, String> values) {
        this.fields = FIELDS.get(fact.type());
        this.fact = fact.values();
        this.values = values;
    }

    /** The values of the variables, with those that the pattern binds; empty when the fact, of its kind, does not meet it. */
    static Optional<Map<String, String>> of(Pattern pattern, Fact fact, Map<String, String> before) {
        Match match = new Match(fact, new HashMap<>(before));
        return match.meets(pattern) ? Optional.of(match.values) : Optional.empty();
    }

    private boolean meets(Pattern pattern) {
        if (!pattern.label().isEmpty()) {
            fields.forEach(field -> values.put(pattern.label().substring(1) + "." + field, field(field)));
        }
        return pattern.constraints().stream().allMatch(this::meets);
    }

    private boolean meets(Constraint constraint) {
        constraint.bindings().forEach(binding -> values.put(binding.variable(), field(binding.field())));
        return isOneOf(constraint)
                ? constraint.comparisons().stream().anyMatch(this::meets)
                : constraint.comparisons().stream().allMatch(this::meets);
    }

    /** Whether the test is {@code field in ("a", "b")}, which is read as {@code field == "a" || field == "b"}. */
    static boolean isOneOf(Constraint constraint) {
        if (!constraint.plain() && !constraint.text().matches("\\w+\\s+in\\s*\\(.*")) {
            throw new IllegalArgumentException("The oracle does not know what `" + constraint.text() + "` means.");
        }
        return !constraint.plain();
    }

    private boolean meets(Comparison comparison) {
        boolean equal = comparison.field().equals("this")
                ? fields.stream().allMatch(sameAs(((Operand.Variable) comparison.operand()).name()))
                : field(comparison.field()).equals(value(comparison.operand()));
        return switch (comparison.operator()) {
            case "==" -> equal;
            case "!=" -> !equal;
            default -> throw new IllegalArgumentException("The oracle does not know " + comparison.operator());
        };
    }

    private Predicate<String> sameAs(String label) {
        return field -> field(field).equals(values.get(label + "." + field));
    }

    private String value(Operand operand) {
        return operand instanceof Operand.Other other && !other.written().startsWith("$")
                ? field(other.written())
                : value(operand, values);
    }

    /** What an operand stands for: {@code "a"}, {@code $x} or {@code $r.actor}. */
    static String value(Operand operand, Map<String, String> values) {
        if (operand instanceof Operand.Text text) {
            return text.value();
        }
        String name = operand instanceof Operand.Variable variable
                ? variable.name()
                : ((Operand.Other) operand).written().substring(1);
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalArgumentException("unbound " + name));
    }

    private String field(String name) {
        return fact.get(fields.indexOf(name));
    }
}
