package org.demarche.explain.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;

/**
 * Says what a condition asks for, as a clause that can follow "that". No test is left out: what cannot be said in words is added as
 * it is written, since "nothing says that somebody is weak" is false where the rule only spoke of somebody else.
 */
public final class ConditionWords {

    private static final String NOTHING = "Nothing says that ";
    private static final String NONE = "There is no ";

    private static final List<FieldType> NAMED = List.of(FieldType.ACTOR, FieldType.PARTY, FieldType.SUBJECT);

    private final Sentences sentences;
    private final Bindings bindings;

    /** The variables without a value that are spoken of more than once, and those spoken of already. */
    private final Set<String> shared = new HashSet<>();

    private final Set<String> introduced = new HashSet<>();

    public ConditionWords(Sentences sentences, Bindings bindings) {
        this.sentences = sentences;
        this.bindings = bindings;
    }

    /** What must not be there, as a whole sentence. */
    public String absence(RuleCondition condition) {
        meet(condition);
        return absenceOf(condition);
    }

    private String absenceOf(RuleCondition condition) {
        Optional<String> always = always(condition);
        if (always.isPresent()) {
            return Sentences.capital(always.get());
        }
        if (condition instanceof Accumulate accumulate) {
            return "It is not so that " + clauseOf(accumulate);
        }
        if (isDeclared(condition)) {
            return NONE + clauseOf(condition);
        }
        return condition instanceof Not not
                ? "Something says that " + clauseOf(not.inner())
                : NOTHING + clauseOf(condition);
    }

    /** A declared fact is told as a thing, and not as something that somebody says. */
    private static boolean isDeclared(RuleCondition condition) {
        return condition instanceof Pattern pattern
                && pattern.kind().filter(FactType::isDeclared).isPresent();
    }

    /** What must not be there, of something that is. */
    public static String demand(String absence) {
        if (absence.startsWith(NONE)) {
            return "There may be no " + absence.substring(NONE.length());
        }
        return absence.startsWith(NOTHING) ? "Nothing may say that " + absence.substring(NOTHING.length()) : absence;
    }

    /** What must not be there, in the rule's own wording if it has one for this {@code not}. */
    public String absence(RuleCard card, int branch, RuleCondition condition) {
        List<Not> negations = card.negations();
        for (int i = 0; i < negations.size(); i++) {
            if (card.branches().get(branch).conditions().contains(negations.get(i))
                    && negations.get(i).inner().equals(condition)) {
                Optional<String> unless = card.unless(i);
                if (unless.isPresent()) {
                    return NOTHING + bindings.fill(unless.get(), sentences);
                }
            }
        }
        return absence(condition);
    }

    /** As a clause that can follow "that". */
    public String clause(RuleCondition condition) {
        meet(condition);
        return clauseOf(condition);
    }

    /** What is not known and spoken of more than once is given a name: "some lever" and then "this lever". */
    private void meet(RuleCondition condition) {
        shared.clear();
        introduced.clear();
        List<String> once = new ArrayList<>();
        RuleWords.patterns(List.of(condition))
                .forEach(pattern -> variables(pattern)
                        .filter(variable ->
                                bindings.value(new Operand.Variable(variable)).isEmpty())
                        .distinct()
                        .forEach(variable -> (once.contains(variable) ? shared : once).add(variable)));
    }

    private static Stream<String> variables(Pattern pattern) {
        return pattern.constraints().stream()
                .flatMap(constraint -> Stream.concat(
                        constraint.bindings().stream().map(Binding::variable),
                        constraint.comparisons().stream()
                                .map(Comparison::operand)
                                .filter(Operand.Variable.class::isInstance)
                                .map(operand -> ((Operand.Variable) operand).name())));
    }

    /** "Whenever …, …": nothing is so without something else being so as well, as {@code forall} has it. */
    private Optional<String> always(RuleCondition condition) {
        if (condition instanceof And and && and.conditions().size() > 1) {
            int last = and.conditions().size() - 1;
            if (and.conditions().get(last) instanceof Not exception
                    && and.conditions().stream().limit(last).noneMatch(Not.class::isInstance)) {
                return Optional.of("whenever " + joined(and.conditions().subList(0, last), " and ") + ", "
                        + clauseOf(exception.inner()));
            }
        }
        return Optional.empty();
    }

    private String clauseOf(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return clause(pattern);
        }
        if (condition instanceof And and) {
            return joined(and.conditions(), " and ").replace(" and nothing says", " while nothing says");
        }
        if (condition instanceof Or or) {
            return joined(or.conditions(), " or ");
        }
        if (condition instanceof Not not) {
            return always(not.inner())
                    .orElseGet(() ->
                            (isDeclared(not.inner()) ? "there is no " : "nothing says that ") + clauseOf(not.inner()));
        }
        if (condition instanceof Accumulate accumulate) {
            return new AccumulateWords(sentences, bindings).clause(accumulate, clauseOf(accumulate.source()));
        }
        return clauseOf(((Exists) condition).inner());
    }

    private String joined(List<RuleCondition> conditions, String word) {
        return conditions.stream().map(this::clauseOf).collect(Collectors.joining(word));
    }

    private String clause(Pattern pattern) {
        Optional<FactType> type = pattern.kind();
        if (type.isEmpty()) {
            return "something holds";
        }
        Map<String, String> values = new HashMap<>();
        List<Constraint> unsaid = new ArrayList<>();
        ExpressionWords words = new ExpressionWords(sentences, type.get(), bindings::value);
        for (Constraint constraint : pattern.constraints()) {
            if (!say(constraint, type.get(), values)) {
                unsaid.add(constraint);
            }
        }
        unsaid.removeIf(constraint -> words.shows(constraint.expression(), values));
        Set<String> behind = new LinkedHashSet<>();
        Set<String> beside = new LinkedHashSet<>();
        for (Constraint constraint : unsaid) {
            words.behindField(constraint.expression())
                    .ifPresentOrElse(
                            behind::add,
                            () -> beside.add(words.is(constraint.expression(), field -> "its " + field)
                                    .orElse("with `" + constraint.text() + "`")));
        }
        String clause = sentences.clause(type.get(), values, behind);
        return beside.isEmpty() ? clause : clause + " (" + String.join(" and ", beside) + ")";
    }

    /** Puts what a test says among the values; false when it cannot be said there. */
    private boolean say(Constraint constraint, FactType type, Map<String, String> values) {
        List<Comparison> comparisons = constraint.comparisons();
        for (Binding binding : constraint.bindings()) {
            bindings.value(new Operand.Variable(binding.variable()))
                    .or(() -> unknown(binding.variable(), binding.field(), type))
                    .ifPresent(value -> values.putIfAbsent(binding.field(), value));
        }
        if (comparisons.isEmpty()) {
            return !constraint.bindings().isEmpty();
        }
        String field = comparisons.get(0).field();
        if (field.equals("this")
                && constraint.plain()
                && comparisons.get(0).operator().equals("==")) {
            // The very fact that was spoken of before.
            return true;
        }
        if (constraint.plain()
                && comparisons.size() == 1
                && comparisons.get(0).operator().equals("==")
                && comparisons.get(0).operand() instanceof Operand.Variable unknown
                && bindings.value(unknown).isEmpty()) {
            // Whatever it is: nothing has given the variable a value.
            unknown(unknown.name(), field, type).ifPresent(value -> values.putIfAbsent(field, value));
            return true;
        }
        if (comparisons.stream().anyMatch(each -> !Sentences.says(type, each.field()))) {
            return false;
        }
        boolean oneField = comparisons.stream().allMatch(each -> each.field().equals(field));
        List<Optional<String>> operands =
                comparisons.stream().map(each -> bindings.value(each.operand())).toList();
        if (!oneField
                || type.field(field).isEmpty()
                || values.containsKey(field)
                || operands.contains(Optional.<String>empty())) {
            return false;
        }
        List<String> words = operands.stream().flatMap(Optional::stream).toList();
        if (words.size() == 1 && comparisons.get(0).operator().equals("==")) {
            values.put(field, words.get(0));
            return true;
        }
        return sayMany(constraint, type, field, words, values);
    }

    /** "some patron", "this patron", after the rule's own name for it; empty where that would say nothing. */
    private Optional<String> unknown(String variable, String field, FactType type) {
        boolean named =
                type.field(field).map(each -> NAMED.contains(each.type())).orElse(false);
        if (!named || variable.length() == 1 && !shared.contains(variable)) {
            return Optional.empty();
        }
        return Optional.of(Sentences.said((introduced.add(variable) ? "some " : "this ") + noun(variable)));
    }

    /** The rule's own name for something, as a noun. */
    static String noun(String variable) {
        return variable.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** "Bland or Cland", "somebody other than Bland": only where a name can stand. */
    private boolean sayMany(
            Constraint constraint, FactType type, String field, List<String> words, Map<String, String> values) {
        boolean named =
                type.field(field).map(each -> NAMED.contains(each.type())).orElse(false);
        boolean any = constraint.comparisons().stream()
                .allMatch(each -> each.operator().equals("=="));
        boolean other = constraint.comparisons().stream()
                .allMatch(each -> each.operator().equals("!="));
        if (!named || words.contains("") || !any && !other || any && constraint.plain()) {
            return false;
        }
        String names = Sentences.or(words.stream().map(sentences::name).toList());
        values.put(field, Sentences.said(any ? names : "somebody other than " + names));
        return true;
    }
}
