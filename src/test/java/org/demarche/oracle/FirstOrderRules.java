package org.demarche.oracle;

import java.util.ArrayList;
import java.util.List;
import org.demarche.oracle.Part.Both;
import org.demarche.oracle.Part.Called;
import org.demarche.oracle.Part.Each;
import org.demarche.oracle.Part.Either;
import org.demarche.oracle.Part.Every;
import org.demarche.oracle.Part.Exists;
import org.demarche.oracle.Part.Not;
import org.demarche.oracle.Part.Shape;

/** Rules that join facts over actors, with everything a condition can be. Few terms, so that rules meet in cycles. */
final class FirstOrderRules {

    private final Dice dice;
    private final List<String> bound = new ArrayList<>();
    private int neighbours;

    FirstOrderRules(Dice dice) {
        this.dice = dice;
    }

    /** A rule that concludes something about the actors that it found. */
    RandomRule rule(String id) {
        List<Part> parts = parts();
        return new RandomRule(id, parts, conclusion());
    }

    /** A rule that leaves fewer scenarios. */
    RandomRule settling(String id) {
        List<Part> parts = parts();
        String conclusion = dice.oneIn(2)
                ? "Impossible( \"clash\" )"
                : "Settled( \"" + RandomCase.question(dice.below(3)) + "\", \"" + RandomCase.answer(dice.below(2))
                        + "\" )";
        return new RandomRule(id, parts, conclusion);
    }

    /** A rule whose conclusion no rule asks for. */
    RandomRule irrelevant(String id) {
        return new RandomRule(
                id,
                parts(),
                "Indication( \"" + RandomCase.question(0) + "\", \"" + RandomCase.answer(0) + "\", \"C\" )");
    }

    private List<Part> parts() {
        bound.clear();
        neighbours = 0;
        List<Part> parts = new ArrayList<>();
        boolean unbound = dice.oneIn(10);
        if (!unbound) {
            parts.add(binder());
        }
        int more = dice.below(3) + (unbound ? 1 : 0);
        for (int i = 0; i < more; i++) {
            parts.add(condition());
        }
        return parts;
    }

    private Part binder() {
        Kind kind = dice.one(List.of(Kind.RELATION, Kind.RELATION, Kind.CONDITION, Kind.JUDGEMENT, Kind.MOVE));
        boolean both = kind == Kind.RELATION || dice.oneIn(4);
        Part binder = new Shape(kind, ": $s", term(kind), both ? ": $o" : "");
        bound.add("$s");
        if (both) {
            bound.add("$o");
        }
        return binder;
    }

    private Part condition() {
        return switch (dice.below(16)) {
            case 0, 1, 2 -> shape();
            case 3, 4 -> join();
            case 5, 6, 7 -> new Not(shape());
            case 8, 9 -> new Exists(shape());
            case 10, 11 -> new Either(shape(), dice.oneIn(4) ? new Not(shape()) : shape());
            case 12 -> each();
            case 13 -> new Not(new Both(neighbour(), new Not(aboutNeighbour())));
            case 14 -> new Not(dice.oneIn(2) ? new Both(neighbour(), aboutNeighbour()) : either());
            default -> new Exists(dice.oneIn(2) ? new Both(neighbour(), new Not(aboutNeighbour())) : either());
        };
    }

    private Part each() {
        return switch (dice.below(4)) {
            case 0 -> new Every(shape());
            case 1 ->
                new Each(
                        new Called("$r", neighbour()),
                        new Shape(Kind.JUDGEMENT, "== $r.other", term(Kind.JUDGEMENT), ""));
            default -> new Each(neighbour(), aboutNeighbour());
        };
    }

    private Either either() {
        return new Either(shape(), shape());
    }

    /** A neighbour of the actor at hand, under a name that is used nowhere else in the rule. */
    private Shape neighbour() {
        neighbours++;
        return new Shape(Kind.RELATION, bound.isEmpty() ? "" : "== $s", "== \"near\"", ": $n" + neighbours);
    }

    private Shape join() {
        if (bound.isEmpty() || bound.contains("$j")) {
            return shape();
        }
        Shape join = new Shape(Kind.RELATION, "== " + dice.one(bound), term(Kind.RELATION), ": $j");
        bound.add("$j");
        return join;
    }

    private Shape aboutNeighbour() {
        Kind kind = dice.oneIn(3) ? Kind.CONDITION : dice.oneIn(3) ? Kind.MOVE : Kind.JUDGEMENT;
        return new Shape(kind, "== $n" + neighbours, term(kind), "");
    }

    private Shape shape() {
        Kind kind = dice.one(List.of(
                Kind.JUDGEMENT, Kind.JUDGEMENT, Kind.JUDGEMENT, Kind.MOVE, Kind.MOVE, Kind.CONDITION, Kind.RELATION));
        String first = switch (dice.below(6)) {
            case 0 -> "";
            case 1 -> "!= " + actor();
            default -> "== " + actor();
        };
        String third = dice.oneIn(2) ? "== " + dice.one(List.of(actor(), "\"\"")) : "!= " + kind.first;
        return new Shape(kind, first, term(kind), dice.oneIn(6) ? third : "");
    }

    private String term(Kind kind) {
        String term = "\"" + dice.one(kind.terms) + "\"";
        if (dice.oneIn(10)) {
            return "in ( " + term + ", \"" + dice.one(kind.terms) + "\" )";
        }
        // Rewritten rules conclude judgements of their own, which must not be met by chance.
        return (kind != Kind.JUDGEMENT && dice.oneIn(8) ? "!= " : "== ") + term;
    }

    private String actor() {
        return bound.isEmpty() || dice.oneIn(6) ? "\"" + dice.one(RandomCase.ACTORS) + "\"" : dice.one(bound);
    }

    private String conclusion() {
        Kind kind = dice.oneIn(4) ? Kind.MOVE : Kind.JUDGEMENT;
        String third = dice.oneIn(3) ? actor() : "\"\"";
        return kind.type + "( " + actor() + ", \"" + dice.one(kind.terms) + "\", " + third + " )";
    }
}
