package org.demarche.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.FactType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;

/**
 * Rules as clingo reads them. Each kind of fact is a predicate. What stands inside a {@code not} or {@code exists} is a predicate
 * of its own over the variables that it shares with what is before it; an {@code or} makes several rules.
 */
final class AspRules {

    /** What has to hold so far, and by which of clingo's variables each variable of the rule is known. */
    private record Body(List<String> literals, Map<String, String> variables) {

        Body and(String literal) {
            return new Body(GroundRule.plus(literals, literal), variables);
        }

        Body binding(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(variables);
            all.putAll(more);
            return new Body(literals, all);
        }

        String implies(String head) {
            return head + " :- " + String.join(", ", literals) + ".\n";
        }
    }

    private final StringBuilder text = new StringBuilder();
    private int fresh;

    private AspRules() {}

    /** The rules, each of which counts where {@code use} of its id holds. */
    static String of(Collection<RuleCard> cards) {
        AspRules rules = new AspRules();
        cards.forEach(rules::add);
        return rules.text.toString();
    }

    /** A fact as an atom, or a pattern for any of its kind. */
    static String atom(FactType type, List<String> terms) {
        return type.key() + "(" + String.join(",", terms) + ")";
    }

    static String quoted(String value) {
        return "\"" + value + "\"";
    }

    private void add(RuleCard card) {
        Body use = new Body(List.of("use(" + quoted(card.id()) + ")"), Map.of());
        for (Body body : extend(use, new And(card.conditions(), card.at()))) {
            List<String> terms = card.conclusion().arguments().stream()
                    .map(argument -> term(argument, body))
                    .toList();
            text.append(body.implies(atom(card.conclusion().type(), terms)));
        }
    }

    /** All ways to meet a condition besides what is met already. A later {@code Accumulate} is one more case here. */
    private List<Body> extend(Body before, RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return matching(before, pattern);
        } else if (condition instanceof Not not) {
            return List.of(before.and("not " + met(not.inner(), before)));
        } else if (condition instanceof Exists exists) {
            return List.of(before.and(met(exists.inner(), before)));
        } else if (condition instanceof Or or) {
            return or.conditions().stream()
                    .flatMap(each -> extend(before, each).stream())
                    .toList();
        } else if (condition instanceof And and) {
            return all(before, and.conditions());
        }
        throw new IllegalArgumentException("The oracle does not know " + condition);
    }

    private List<Body> all(Body before, List<RuleCondition> conditions) {
        List<Body> bodies = List.of(before);
        for (RuleCondition condition : conditions) {
            bodies = bodies.stream()
                    .flatMap(each -> extend(each, condition).stream())
                    .toList();
        }
        return bodies;
    }

    private List<Body> matching(Body before, Pattern pattern) {
        FactType type = FactType.named(pattern.type()).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        int number = fresh++;
        type.fieldNames().forEach(field -> fields.put(field, "F" + number + "_" + fields.size()));
        Map<String, String> bound = new LinkedHashMap<>();
        if (!pattern.label().isEmpty()) {
            fields.forEach((field, variable) -> bound.put(pattern.label().substring(1) + "." + field, variable));
        }
        pattern.constraints().stream()
                .flatMap(constraint -> constraint.bindings().stream())
                .forEach(binding -> bound.put(binding.variable(), fields.get(binding.field())));
        List<Body> bodies =
                List.of(before.and(atom(type, List.copyOf(fields.values()))).binding(bound));
        for (Constraint constraint : pattern.constraints()) {
            bodies = bodies.stream()
                    .flatMap(each -> tested(each, constraint, fields))
                    .toList();
        }
        return bodies;
    }

    private static Stream<Body> tested(Body body, Constraint constraint, Map<String, String> fields) {
        if (Match.isOneOf(constraint)) {
            return constraint.comparisons().stream().map(each -> tested(body, each, fields));
        }
        return Stream.of(constraint.comparisons().stream()
                .reduce(body, (longer, each) -> tested(longer, each, fields), (one, other) -> other));
    }

    private static Body tested(Body body, Comparison comparison, Map<String, String> fields) {
        if (!comparison.field().equals("this")) {
            return body.and(fields.get(comparison.field()) + comparison.operator() + operand(comparison, body, fields));
        }
        Body same = body;
        String label = ((Operand.Variable) comparison.operand()).name();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            same = same.and(field.getValue() + "==" + body.variables().get(label + "." + field.getKey()));
        }
        return same;
    }

    private static String operand(Comparison comparison, Body body, Map<String, String> fields) {
        return comparison.operand() instanceof Operand.Other other && fields.containsKey(other.written())
                ? fields.get(other.written())
                : term(comparison.operand(), body);
    }

    private static String term(Operand operand, Body body) {
        return operand instanceof Operand.Text text
                ? quoted(text.value())
                : Optional.ofNullable(body.variables().get(name(operand))).orElseThrow();
    }

    private static String name(Operand operand) {
        return operand instanceof Operand.Variable variable
                ? variable.name()
                : ((Operand.Other) operand).written().replaceFirst("^\\$", "");
    }

    /** A predicate that holds where the inner condition is met. Its variables range over everything named anywhere. */
    private String met(RuleCondition inner, Body before) {
        String predicate = "met" + fresh++;
        List<String> shared = shared(inner, before);
        Map<String, String> variables =
                shared.stream().collect(Collectors.toMap(name -> name, name -> "V" + shared.indexOf(name)));
        // The guard that is always true makes a rule of a predicate without variables and patterns, too.
        List<String> domain = new ArrayList<>(List.of("true"));
        variables.values().forEach(variable -> domain.add("named(" + variable + ")"));
        for (Body body : extend(new Body(domain, variables), inner)) {
            text.append(body.implies(predicate + arguments(shared, variables)));
        }
        return predicate + arguments(shared, before.variables());
    }

    private static String arguments(List<String> shared, Map<String, String> variables) {
        return shared.isEmpty() ? "" : shared.stream().map(variables::get).collect(Collectors.joining(",", "(", ")"));
    }

    /** The variables from before that the inner condition speaks of. */
    private static List<String> shared(RuleCondition inner, Body before) {
        Set<String> used = new LinkedHashSet<>();
        for (Pattern pattern : RuleWords.patterns(List.of(inner))) {
            for (Constraint constraint : pattern.constraints()) {
                constraint.comparisons().forEach(comparison -> used.add(name(comparison)));
            }
        }
        return before.variables().keySet().stream()
                .filter(name -> used.contains(name) || used.contains(name.replaceFirst("\\..*", "")))
                .toList();
    }

    private static String name(Comparison comparison) {
        return comparison.operand() instanceof Operand.Text ? "" : name(comparison.operand());
    }
}
