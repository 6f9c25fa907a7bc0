package org.demarche.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;

/**
 * What one way to meet a rule asks for. Everything that must be equal in it has one term: a text where one is asked for, else one of the
 * variables, else the place of a field. An {@code exists} is there with what it looks for: for whether the rule concludes something it
 * makes no difference whether that is merely there or joined.
 */
final class Premises implements Names {

    /** As many as a rule may have anyway. */
    private static final int MOST_WAYS = 64;

    private final List<RuleCondition> conditions;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Set<String> bound = new HashSet<>();

    private Premises(List<RuleCondition> conditions) {
        this.conditions = List.copyOf(conditions);
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof Pattern pattern) {
                name(pattern, i);
            } else if (conditions.get(i) instanceof Accumulate accumulate) {
                accumulate.results().forEach(each -> bound.add(each.variable()));
            }
        }
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof Pattern pattern) {
                equate(pattern, i);
            }
        }
    }

    /** One for each way to meet the rule. */
    static List<Premises> of(RuleCard card) {
        List<RuleCondition> joined =
                card.conditions().stream().map(each -> joined(each, card)).toList();
        List<RuleCondition> conditions = Branch.count(joined) > MOST_WAYS ? card.conditions() : joined;
        return Branch.of(conditions).stream()
                .map(branch -> new Premises(branch.conditions()))
                .toList();
    }

    /** An {@code exists} as what it looks for, unless names in it are used outside of it too. */
    private static RuleCondition joined(RuleCondition condition, RuleCard card) {
        if (!(condition instanceof Exists exists)) {
            return condition;
        }
        Set<String> inside = names(List.of(condition));
        boolean apart = card.conditions().stream()
                .filter(each -> each != condition)
                .flatMap(each -> names(List.of(each)).stream())
                .noneMatch(inside::contains);
        return apart ? exists.inner() : condition;
    }

    /** Every name that conditions bind, wherever in them. */
    private static Set<String> names(List<RuleCondition> conditions) {
        Set<String> names = new HashSet<>();
        for (Pattern pattern : RuleWords.patterns(conditions)) {
            pattern.bindings().forEach(each -> names.add(each.variable()));
            names.add(label(pattern));
        }
        RuleWords.accumulates(conditions)
                .forEach(each -> each.results().forEach(result -> names.add(result.variable())));
        names.remove("");
        return names;
    }

    static String label(Pattern pattern) {
        return pattern.label().replace("$", "");
    }

    /** The equalities that a pattern asks for in any case. */
    static Stream<Comparison> equalities(Pattern pattern) {
        return pattern.constraints().stream()
                .filter(Constraint::plain)
                .flatMap(each -> each.comparisons().stream())
                .filter(each -> each.operator().equals("=="));
    }

    private void name(Pattern pattern, int index) {
        if (!pattern.label().isEmpty()) {
            labels.put(label(pattern), index);
        }
        pattern.bindings().forEach(each -> {
            bound.add(each.variable());
            equate("$" + each.variable(), place(index, each.field()));
        });
    }

    private void equate(Pattern pattern, int index) {
        equalities(pattern)
                .forEach(each -> term(each.operand()).ifPresent(term -> equate(place(index, each.field()), term)));
    }

    List<RuleCondition> conditions() {
        return conditions;
    }

    /** What a field of what a condition matched is. */
    String field(int condition, String field) {
        return root(place(condition, field));
    }

    @Override
    public Optional<String> variable(String name) {
        return bound.contains(name)
                ? Optional.of(root("$" + name))
                : Optional.ofNullable(labels.get(name)).map(at -> "#" + at);
    }

    @Override
    public Optional<String> field(String label, String field) {
        return Optional.ofNullable(labels.get(label)).map(index -> field(index, field));
    }

    private static String place(int condition, String field) {
        return "@" + condition + "." + field;
    }

    private String root(String term) {
        String root = term;
        for (String up = parents.get(root); up != null; up = parents.get(root)) {
            root = up;
        }
        return root;
    }

    /** Of two terms a text is kept, else the first in order, so that it does not matter which comes first. */
    private void equate(String one, String other) {
        String first = root(one);
        String second = root(other);
        if (!first.equals(second)) {
            boolean swap = Names.isText(second) && !Names.isText(first)
                    || Names.isText(second) == Names.isText(first) && second.compareTo(first) < 0;
            parents.put(swap ? first : second, swap ? second : first);
        }
    }
}
