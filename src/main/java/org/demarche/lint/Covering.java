package org.demarche.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.demarche.rules.Branch;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Whether wherever one rule's conditions are met another's are too: its variables can be given values so that each of its conditions is
 * one of the first's (theta-subsumption; Plotkin, "A note on inductive generalization", 1970). Rules with {@code or} are not compared.
 */
final class Covering {

    private static final java.util.regex.Pattern VARIABLE = java.util.regex.Pattern.compile("\\$(\\w+)");

    private final RuleCard special;
    private final List<RuleCondition> generals;
    private final List<RuleCondition> specials;
    private final Predicate<List<String>> concludes;

    /** @param concludes whether what the general rule concludes, in values of the special one, will do */
    private Covering(RuleCard general, RuleCard special, Predicate<List<String>> concludes) {
        this.special = special;
        this.generals = ordered(general);
        this.specials = ordered(special);
        this.concludes = concludes;
    }

    /** Whether one rule concludes the same wherever the other concludes it. */
    static boolean covers(RuleCard general, RuleCard special) {
        return covers(general, special, concluded -> concluded.equals(arguments(special.conclusion())));
    }

    /** Whether the conditions of one are met wherever the other's are, and what it concludes then will do. */
    static boolean covers(RuleCard general, RuleCard special, Predicate<List<String>> concludes) {
        if (general.conclusion().type() != special.conclusion().type()
                || general.branches().size() > 1
                || special.branches().size() > 1) {
            return false;
        }
        Covering covering = new Covering(general, special, concludes);
        return covering.from(0, Map.of(), general.conclusion());
    }

    /** What a rule concludes, a text for each value. */
    static List<String> arguments(Conclusion conclusion) {
        return conclusion.arguments().stream().map(Covering::text).toList();
    }

    /** Patterns first: they give the variables their values. */
    private static List<RuleCondition> ordered(RuleCard card) {
        Branch branch = card.branches().get(0);
        List<RuleCondition> ordered = new ArrayList<>(branch.patterns());
        branch.conditions().stream().filter(each -> !(each instanceof Pattern)).forEach(ordered::add);
        return ordered;
    }

    private boolean from(int index, Map<String, String> values, Conclusion conclusion) {
        if (index == generals.size()) {
            return concludes.test(conclusion.arguments().stream()
                    .map(each -> substituted(text(each), values))
                    .toList());
        }
        RuleCondition condition = generals.get(index);
        for (int i = 0; i < specials.size(); i++) {
            Optional<Map<String, String>> more = condition instanceof Pattern pattern
                    ? specials.get(i) instanceof Pattern other ? match(pattern, other, i, values) : Optional.empty()
                    : same(condition, specials.get(i), values);
            if (more.isPresent() && from(index + 1, more.get(), conclusion)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Map<String, String>> match(Pattern general, Pattern other, int index, Map<String, String> before) {
        if (!general.type().equals(other.type())) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>(before);
        if (!general.label().isEmpty()) {
            values.put(general.label().replace("$", ""), other.label().isEmpty() ? "@" + index : other.label());
        }
        for (Constraint constraint : general.constraints()) {
            boolean bound = constraint.bindings().stream()
                    .allMatch(each -> agree(each.variable(), value(other, each.field(), index), values));
            if (!bound || !met(constraint, other, index, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean met(Constraint constraint, Pattern other, int index, Map<String, String> values) {
        if (!constraint.plain()) {
            String asked = substituted(constraint.text().replaceAll("\\s+", ""), values);
            return other.constraints().stream()
                    .anyMatch(each -> each.text().replaceAll("\\s+", "").equals(asked));
        }
        return constraint.comparisons().stream().allMatch(each -> met(each, other, index, values));
    }

    private static boolean met(Comparison comparison, Pattern other, int index, Map<String, String> values) {
        if (comparison.operator().equals("==")) {
            String there = value(other, comparison.field(), index);
            return comparison.operand() instanceof Operand.Variable variable
                    ? agree(variable.name(), there, values)
                    : there.equals(substituted(text(comparison.operand()), values));
        }
        String asked = substituted(text(comparison.operand()), values);
        return other.constraints().stream()
                .filter(Constraint::plain)
                .flatMap(each -> each.comparisons().stream())
                .anyMatch(each -> each.field().equals(comparison.field())
                        && each.operator().equals(comparison.operator())
                        && text(each.operand()).equals(asked));
    }

    private static boolean agree(String variable, String value, Map<String, String> values) {
        return values.computeIfAbsent(variable, any -> value).equals(value);
    }

    /** What a field of a pattern has: a text, a variable, or whatever it is that this field has there. */
    private static String value(Pattern pattern, String field, int index) {
        for (Constraint constraint : pattern.constraints()) {
            if (constraint.plain()) {
                for (Comparison comparison : constraint.comparisons()) {
                    if (comparison.field().equals(field)
                            && comparison.operator().equals("==")) {
                        return text(comparison.operand());
                    }
                }
            }
        }
        return pattern.bindings().stream()
                .filter(each -> each.field().equals(field))
                .map(each -> "$" + each.variable())
                .findFirst()
                .orElse("@" + index + "." + field);
    }

    private Optional<Map<String, String>> same(RuleCondition general, RuleCondition other, Map<String, String> values) {
        Set<String> outer = special.branches().get(0).patterns().stream()
                .flatMap(pattern -> pattern.bindings().stream())
                .map(RuleCondition.Binding::variable)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> own = outer.stream().collect(Collectors.toMap(name -> name, name -> "$" + name));
        return new Written(values).of(general).equals(new Written(own).of(other))
                ? Optional.of(values)
                : Optional.empty();
    }

    private static String text(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (operand instanceof Operand.Variable variable) {
            return "$" + variable.name();
        }
        return operand instanceof Operand.Other other ? other.written() : operand.toString();
    }

    private static String substituted(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "?" + found.group(1))));
    }

    /** A condition as a text in which variables that only it has are numbered as they come. */
    private static final class Written {

        private final Map<String, String> values;

        Written(Map<String, String> outer) {
            this.values = new HashMap<>(outer);
        }

        String of(RuleCondition condition) {
            if (condition instanceof Pattern pattern) {
                return pattern.type()
                        + named(pattern.label())
                        + pattern.constraints().stream()
                                .map(each -> named(each.text().replaceAll("\\s+", "")))
                                .collect(Collectors.joining(",", "(", ")"));
            }
            if (condition instanceof Not not) {
                return "not " + of(not.inner());
            }
            if (condition instanceof Exists exists) {
                return "exists " + of(exists.inner());
            }
            if (condition instanceof And and) {
                return and.conditions().stream().map(this::of).collect(Collectors.joining(" and ", "(", ")"));
            }
            if (condition instanceof Or or) {
                return or.conditions().stream().map(this::of).collect(Collectors.joining(" or ", "(", ")"));
            }
            Accumulate accumulate = (Accumulate) condition;
            String source = of(accumulate.source());
            String results = accumulate.results().stream()
                    .map(each ->
                            named("$" + each.variable()) + ":" + each.function().word() + named("$" + each.argument()))
                    .collect(Collectors.joining(","));
            String tests = accumulate.tests().stream()
                    .map(each -> named(text(each.left())) + each.operator() + named(text(each.right())))
                    .collect(Collectors.joining(","));
            return source + results + tests;
        }

        private String named(String text) {
            return VARIABLE.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            values.computeIfAbsent(found.group(1), any -> "%" + values.size())));
        }
    }
}
