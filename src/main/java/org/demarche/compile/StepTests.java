package org.demarche.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Comparing;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.drools.model.Index;
import org.drools.model.Variable;
import org.drools.model.index.AlphaIndexImpl;
import org.drools.model.index.BetaIndexImpl;

/**
 * Makes the tests of a step, from their values and never from their text: whatever stood in the file, nothing of it is compiled.
 *
 * @param step the number of the step
 * @param type the kind of its facts
 * @param variables what Drools calls the things that are matched, by step
 * @param bound where the values of the rule's variables stand
 * @param labelled which steps have a variable of their own, by it, {@code $x}
 * @param types the kinds of facts of the steps
 */
record StepTests(
        int step,
        FactType type,
        List<Variable<?>> variables,
        Map<String, Place> bound,
        Map<String, Integer> labelled,
        Map<Integer, FactType> types) {

    /** A part of a test: what it asks, given the things of all steps up to this one by their number. */
    private record Part(Predicate<Object[]> asks, String said, TreeSet<Integer> others) {}

    List<StepConstraint> of(List<Constraint> tests) {
        List<StepConstraint> made = new ArrayList<>();
        tests.forEach(test -> parts(test.expression()).forEach(part -> made.add(constraint(part))));
        return made;
    }

    /** What all has to be true is asked one by one, so that rules can share it. */
    private static List<Expression> parts(Expression expression) {
        return expression instanceof Expression.All all
                ? all.parts().stream().flatMap(part -> parts(part).stream()).toList()
                : List.of(expression);
    }

    private StepConstraint constraint(Expression expression) {
        Part part = part(expression);
        List<Integer> steps = new ArrayList<>(List.of(step));
        steps.addAll(part.others());
        StepConstraint constraint = new StepConstraint(
                part.said(),
                steps.stream().map(variables::get).toArray(Variable<?>[]::new),
                things -> part.asks().test(spread(steps, things)));
        if (expression instanceof Expression.Compare compare
                && compare.comparison().operator().equals("==")) {
            index(compare.comparison()).ifPresent(constraint::setIndex);
        }
        return constraint;
    }

    /** At their steps. */
    private Object[] spread(List<Integer> steps, Object... things) {
        Object[] all = new Object[step + 1];
        for (int i = 0; i < things.length; i++) {
            all[steps.get(i)] = things[i];
        }
        return all;
    }

    /** By which Drools finds what is equal without looking at everything. */
    private Optional<Index> index(Comparison comparison) {
        int field = type.indexOf(comparison.field());
        if (field < 0) {
            return Optional.empty();
        }
        Place left = new Place(0, field);
        if (comparison.operand() instanceof Operand.Text text) {
            return Optional.of(
                    new AlphaIndexImpl<>(String.class, Index.ConstraintType.EQUAL, field, left, text.value()));
        }
        Object right = operand(comparison.operand());
        return right instanceof Place place && place.step() != step
                ? Optional.of(
                        new BetaIndexImpl<>(String.class, Index.ConstraintType.EQUAL, field, left, place, String.class))
                : Optional.empty();
    }

    private Part part(Expression expression) {
        if (expression instanceof Expression.Compare compare) {
            return part(compare.comparison());
        }
        if (expression instanceof Expression.All all) {
            List<Part> parts = all.parts().stream().map(this::part).toList();
            return joined(
                    parts,
                    " && ",
                    things -> parts.stream().allMatch(part -> part.asks().test(things)));
        }
        if (expression instanceof Expression.Any any) {
            List<Part> parts = any.parts().stream().map(this::part).toList();
            return joined(
                    parts,
                    " || ",
                    things -> parts.stream().anyMatch(part -> part.asks().test(things)));
        }
        if (expression instanceof Expression.Opposite opposite) {
            Part of = part(opposite.of());
            return new Part(of.asks().negate(), "!(" + of.said() + ")", of.others());
        }
        throw new IllegalStateException("Not a test that a rule may make.");
    }

    private static Part joined(List<Part> parts, String by, Predicate<Object[]> asks) {
        TreeSet<Integer> others = new TreeSet<>();
        parts.forEach(part -> others.addAll(part.others()));
        return new Part(asks, parts.stream().map(Part::said).collect(Collectors.joining(by, "(", ")")), others);
    }

    private Part part(Comparison comparison) {
        if (!Allowed.OPERATORS.contains(comparison.operator())) {
            throw new IllegalStateException("Not an operator that rules may have.");
        }
        if (comparison.field().equals("this")) {
            return same(comparison);
        }
        int field = type.indexOf(comparison.field());
        FieldType of = type.fields().get(field).type();
        Object right = operand(comparison.operand());
        Place left = new Place(step, field);
        TreeSet<Integer> others = new TreeSet<>();
        if (right instanceof Place place && place.step() != step) {
            others.add(place.step());
        }
        String operator = comparison.operator();
        return new Part(
                things -> Comparing.holds(of, value(left, things), operator, value(right, things)),
                type.typeName() + "." + field + " " + operator + " "
                        + (right instanceof Place place ? said(place) : "\"" + right + "\""),
                others);
    }

    private String said(Place place) {
        return place.step() == step ? "." + place.index() : "#" + place.step() + "." + place.index();
    }

    private static String value(Object value, Object... things) {
        return value instanceof Place place ? place.apply(things[place.step()]) : (String) value;
    }

    /** Whether it is the same fact as another. */
    private Part same(Comparison comparison) {
        int other = Objects.requireNonNull(labelled.get("$" + ((Operand.Variable) comparison.operand()).name()));
        boolean wanted = comparison.operator().equals("==");
        return new Part(
                things -> things[step].equals(things[other]) == wanted,
                "this " + comparison.operator() + " #" + other,
                new TreeSet<>(List.of(other)));
    }

    /** A text, or the place of a value. */
    private Object operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return text.value();
        }
        if (operand instanceof Operand.Variable variable) {
            return Objects.requireNonNull(bound.get(variable.name()), variable.name());
        }
        String[] parts = operand instanceof Operand.Other other
                ? other.written().replaceFirst("\\(\\)$", "").split("\\.", -1)
                : new String[0];
        if (parts.length == 2 && labelled.containsKey(parts[0])) {
            int at = Objects.requireNonNull(labelled.get(parts[0]));
            return new Place(at, Objects.requireNonNull(types.get(at)).indexOf(parts[1]));
        }
        if (parts.length == 1 && type.field(parts[0]).isPresent()) {
            return new Place(step, type.indexOf(parts[0]));
        }
        throw new IllegalStateException("Not a value that rules may compare with.");
    }
}
