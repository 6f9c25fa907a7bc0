package org.demarche.diagrams;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The prime implicants of sets over literals "variable = value": all the minimal partial assignments that lead into a set. They
 * are families of sets of literals, held as zero-suppressed decision diagrams (Minato, DAC 1993), by the recursion of Coudert
 * and Madre ("Implicit and incremental computation of primes and essential primes of Boolean functions", DAC 1992), taken from
 * two values to many: {@code primes(f) = A ∪ ⋃v {q=v} × (primes(f given q=v) ∖ A)} with {@code A = primes(⋂v f given q=v)}.
 */
public final class Primes {

    private static final int EMPTY = 0;
    private static final int UNIT = 1;

    /** A literal and the families without and with it; the literals of upper levels come first. */
    private record Node(int literal, int without, int with) {}

    private enum Operation {
        PRIMES,
        MEETING,
        UNION,
        DIFFERENCE
    }

    private record Call(Operation operation, int a, int b) {}

    private final Diagrams diagrams;
    private final int limit;
    private final int[] firstLiteral;
    private final int[] levelOf;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Map<Call, Integer> known = new HashMap<>();
    private final Map<Integer, BigInteger> counts = new HashMap<>();

    /** @param limit how many nodes there may be */
    public Primes(Diagrams diagrams, int limit) {
        this.diagrams = diagrams;
        this.limit = limit;
        this.firstLiteral = new int[diagrams.depth() + 1];
        for (int level = 0; level < diagrams.depth(); level++) {
            firstLiteral[level + 1] = firstLiteral[level] + diagrams.values(level);
        }
        this.levelOf = new int[firstLiteral[diagrams.depth()]];
        for (int level = 0; level < diagrams.depth(); level++) {
            java.util.Arrays.fill(levelOf, firstLiteral[level], firstLiteral[level + 1], level);
        }
        Node none = new Node(levelOf.length, EMPTY, EMPTY);
        nodes.add(none);
        nodes.add(none);
    }

    /** A variable with a value. */
    public record Literal(int variable, int value) {}

    /**
     * Some prime implicants.
     *
     * @param shortest the shortest of them
     * @param count how many there are in all
     */
    public record Found(List<List<Literal>> shortest, BigInteger count) {
        public Found {
            shortest = List.copyOf(shortest);
        }
    }

    /**
     * The prime implicants of a set that share an assignment with another.
     *
     * @param most how many are listed at most, the shortest; which of equally long ones is left to the order of the diagrams
     * @throws BudgetExceededException when they take too many nodes
     */
    public synchronized Found of(int set, int meeting, int most) {
        int family = meeting(primes(set), meeting);
        List<List<Literal>> listed = new ArrayList<>();
        int longest = longest(family);
        for (int length = 0; length <= longest && listed.size() < most; length++) {
            list(family, length, most, new ArrayList<>(), listed);
        }
        return new Found(listed, count(family));
    }

    private int primes(int set) {
        if (set <= Diagrams.ALL) {
            return set == Diagrams.NONE ? EMPTY : UNIT;
        }
        Call call = new Call(Operation.PRIMES, set, 0);
        Integer before = known.get(call);
        return before != null ? before : keep(call, split(set));
    }

    private int split(int set) {
        int level = diagrams.level(set);
        int always = Diagrams.ALL;
        for (int value = 0; value < diagrams.values(level); value++) {
            always = diagrams.and(always, diagrams.child(set, value));
        }
        int whatever = primes(always);
        int family = whatever;
        for (int value = diagrams.values(level) - 1; value >= 0; value--) {
            int only = difference(primes(diagrams.child(set, value)), whatever);
            family = node(firstLiteral[level] + value, family, only);
        }
        return family;
    }

    /** The members that some assignment of the set agrees with. */
    private int meeting(int family, int set) {
        if (family == EMPTY || set == Diagrams.NONE) {
            return EMPTY;
        }
        if (family == UNIT || set == Diagrams.ALL) {
            return family;
        }
        Call call = new Call(Operation.MEETING, family, set);
        Integer before = known.get(call);
        return before != null ? before : keep(call, split(family, set));
    }

    private int split(int family, int set) {
        Node node = nodes.get(family);
        int level = levelOf[node.literal()];
        if (diagrams.level(set) < level) {
            int met = EMPTY;
            for (int value = 0; value < diagrams.values(diagrams.level(set)); value++) {
                met = union(met, meeting(family, diagrams.child(set, value)));
            }
            return met;
        }
        int with = diagrams.level(set) > level ? set : diagrams.child(set, node.literal() - firstLiteral[level]);
        return node(node.literal(), meeting(node.without(), set), meeting(node.with(), with));
    }

    private int union(int a, int b) {
        if (a == b || b == EMPTY) {
            return a;
        }
        if (a == EMPTY) {
            return b;
        }
        Call call = new Call(Operation.UNION, Math.min(a, b), Math.max(a, b));
        Integer before = known.get(call);
        return before != null ? before : keep(call, uniting(nodes.get(a), a, nodes.get(b), b));
    }

    private int uniting(Node left, int a, Node right, int b) {
        if (left.literal() < right.literal()) {
            return node(left.literal(), union(left.without(), b), left.with());
        }
        if (left.literal() > right.literal()) {
            return node(right.literal(), union(a, right.without()), right.with());
        }
        return node(left.literal(), union(left.without(), right.without()), union(left.with(), right.with()));
    }

    private int difference(int a, int b) {
        if (a == EMPTY || a == b) {
            return EMPTY;
        }
        if (b == EMPTY) {
            return a;
        }
        Call call = new Call(Operation.DIFFERENCE, a, b);
        Integer before = known.get(call);
        return before != null ? before : keep(call, taking(nodes.get(a), a, nodes.get(b), b));
    }

    private int taking(Node left, int a, Node right, int b) {
        if (left.literal() < right.literal()) {
            return node(left.literal(), difference(left.without(), b), left.with());
        }
        if (left.literal() > right.literal()) {
            return difference(a, right.without());
        }
        return node(left.literal(), difference(left.without(), right.without()), difference(left.with(), right.with()));
    }

    private int node(int literal, int without, int with) {
        if (with == EMPTY) {
            return without;
        }
        Node node = new Node(literal, without, with);
        Integer before = numbers.get(node);
        if (before != null) {
            return before;
        }
        if (nodes.size() >= limit) {
            throw new BudgetExceededException(limit);
        }
        nodes.add(node);
        numbers.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    private int keep(Call call, int result) {
        known.put(call, result);
        return result;
    }

    private BigInteger count(int family) {
        if (family <= UNIT) {
            return BigInteger.valueOf(family);
        }
        BigInteger before = counts.get(family);
        if (before == null) {
            Node node = nodes.get(family);
            before = count(node.without()).add(count(node.with()));
            counts.put(family, before);
        }
        return before;
    }

    private final Map<Integer, int[]> lengths = new HashMap<>();

    /** How many literals the shortest and the longest member have; none for a family without members. */
    private int[] lengths(int family) {
        if (family == EMPTY) {
            return new int[] {Integer.MAX_VALUE, -1};
        }
        if (family == UNIT) {
            return new int[] {0, 0};
        }
        int[] before = lengths.get(family);
        if (before == null) {
            int[] without = lengths(nodes.get(family).without());
            int[] with = lengths(nodes.get(family).with());
            before = new int[] {Math.min(without[0], with[0] + 1), Math.max(without[1], with[1] + 1)};
            lengths.put(family, before);
        }
        return before;
    }

    private int longest(int family) {
        return lengths(family)[1];
    }

    private void list(int family, int length, int most, List<Literal> path, List<List<Literal>> listed) {
        int[] possible = lengths(family);
        if (listed.size() >= most || length < possible[0] || length > possible[1]) {
            return;
        }
        if (family == UNIT) {
            listed.add(List.copyOf(path));
            return;
        }
        Node node = nodes.get(family);
        int level = levelOf[node.literal()];
        path.add(new Literal(diagrams.variable(level), node.literal() - firstLiteral[level]));
        list(node.with(), length - 1, most, path, listed);
        path.remove(path.size() - 1);
        list(node.without(), length, most, path, listed);
    }
}
