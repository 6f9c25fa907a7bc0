package org.demarche.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.demarche.rules.Expression;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Whether wherever one rule's conditions are met another's are too: the other's variables can be given values so that each of its
 * conditions is one of the first's (theta-subsumption; Plotkin, "A note on inductive generalization", 1970). With {@code or}, each way
 * to meet the first must be covered by some way to meet the other. It may miss some, but what it finds is so.
 */
final class Covering {

    /** How many ways to meet one rule are compared with those of another. */
    private static final int MOST_WAYS = 256;

    private final Premises general;
    private final Premises special;
    private final RuleCard generalCard;
    private final RuleCard specialCard;
    private final BiPredicate<List<String>, List<String>> conclusions;

    private Covering(
            Prepared general,
            int way,
            Prepared special,
            int other,
            BiPredicate<List<String>, List<String>> conclusions) {
        this.general = general.ways().get(way);
        this.special = special.ways().get(other);
        this.generalCard = general.card();
        this.specialCard = special.card();
        this.conclusions = conclusions;
    }

    /** A rule with the ways to meet it. */
    record Prepared(RuleCard card, List<Premises> ways) {
        static Prepared of(RuleCard card) {
            return new Prepared(card, Premises.of(card));
        }
    }

    /**
     * Whether the general rule's conditions are met wherever those of the special one are.
     *
     * @param conclusions whether what the general rule concludes then will do beside what the special one concludes
     */
    static boolean covers(Prepared general, Prepared special, BiPredicate<List<String>, List<String>> conclusions) {
        if (general.card().conclusion().type() != special.card().conclusion().type()
                || general.ways().size() * special.ways().size() > MOST_WAYS) {
            return false;
        }
        for (int other = 0; other < special.ways().size(); other++) {
            boolean covered = false;
            for (int way = 0; way < general.ways().size() && !covered; way++) {
                covered = new Covering(general, way, special, other, conclusions).holds();
            }
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    /** What the names of the general rule stand for in the special one: terms of it, and for labels which of its conditions. */
    private final class Values implements Names {

        private final Map<String, String> terms;

        Values(Map<String, String> terms) {
            this.terms = new HashMap<>(terms);
        }

        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(terms.get("$" + name))
                    .or(() -> Optional.ofNullable(terms.get(name + ".")).map(at -> "#" + at));
        }

        @Override
        public Optional<String> field(String label, String field) {
            return Optional.ofNullable(terms.get(label + ".")).map(at -> special.field(Integer.parseInt(at), field));
        }

        void label(String label, int condition) {
            terms.put(label + ".", String.valueOf(condition));
        }

        /** Gives a variable its value, or compares the one it has. */
        boolean agrees(String variable, String term) {
            String before = terms.putIfAbsent("$" + variable, term);
            return before == null || before.equals(term);
        }
    }

    private boolean holds() {
        return from(0, new Values(Map.of()));
    }

    private boolean from(int index, Values values) {
        if (index == general.conditions().size()) {
            return concludes(values);
        }
        RuleCondition condition = general.conditions().get(index);
        for (int i = 0; i < special.conditions().size(); i++) {
            Values more = new Values(values.terms);
            if (meets(condition, i, more) && from(index + 1, more)) {
                return true;
            }
        }
        return false;
    }

    private boolean concludes(Values values) {
        List<String> concluded = generalCard.conclusion().arguments().stream()
                .flatMap(each -> values.term(each).stream())
                .toList();
        List<String> wanted = specialCard.conclusion().arguments().stream()
                .flatMap(each -> special.term(each).stream())
                .toList();
        int fields = specialCard.conclusion().arguments().size();
        return concluded.size() == fields && wanted.size() == fields && conclusions.test(concluded, wanted);
    }

    private boolean meets(RuleCondition condition, int other, Values values) {
        RuleCondition there = special.conditions().get(other);
        if (condition instanceof Pattern pattern) {
            return there instanceof Pattern known && meets(pattern, known, other, values);
        }
        return WrittenCondition.of(condition, values).equals(WrittenCondition.of(there, special))
                && (!(condition instanceof Accumulate accumulate) || agree(accumulate, (Accumulate) there, values));
    }

    /** The same accumulate has the same results. */
    private boolean agree(Accumulate accumulate, Accumulate there, Values values) {
        for (int i = 0; i < accumulate.results().size(); i++) {
            String known = special.variable(there.results().get(i).variable()).orElse("");
            if (!values.agrees(accumulate.results().get(i).variable(), known)) {
                return false;
            }
        }
        return true;
    }

    private boolean meets(Pattern pattern, Pattern there, int other, Values values) {
        if (!pattern.type().equals(there.type())) {
            return false;
        }
        if (!pattern.label().isEmpty()) {
            values.label(Premises.label(pattern), other);
        }
        return pattern.bindings().stream()
                        .allMatch(each -> values.agrees(each.variable(), special.field(other, each.field())))
                && pattern.constraints().stream().allMatch(each -> meets(each.expression(), there, other, values));
    }

    private boolean meets(Expression asked, Pattern there, int other, Values values) {
        if (asked instanceof Expression.All all) {
            return all.parts().stream().allMatch(each -> meets(each, there, other, values));
        }
        if (asked instanceof Expression.Compare compare && meets(compare.comparison(), other, values)) {
            return true;
        }
        if (asked instanceof Expression.Any any
                && any.parts().stream().anyMatch(each -> meets(each, there, other, values))) {
            return true;
        }
        String written = WrittenCondition.of(asked, values);
        return there.constraints().stream()
                .map(Constraint::expression)
                .flatMap(Covering::parts)
                .anyMatch(each -> WrittenCondition.of(each, special).equals(written));
    }

    private static Stream<Expression> parts(Expression expression) {
        return expression instanceof Expression.All all
                ? all.parts().stream().flatMap(Covering::parts)
                : Stream.of(expression);
    }

    /** Whether that is so by what the fields of the special rule's pattern are. */
    private boolean meets(Comparison comparison, int other, Values values) {
        String is = special.field(other, comparison.field());
        Optional<String> asked = values.term(comparison.operand());
        return switch (comparison.operator()) {
            case "==" -> asked.filter(is::equals).isPresent();
            case "!=" ->
                asked.filter(term -> Names.isText(term) && Names.isText(is) && !term.equals(is))
                        .isPresent();
            default -> false;
        };
    }
}
