package org.demarche.diagrams;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * Multi-valued decision diagrams: reduced, ordered and shared, one level for each variable, one child for each of its values
 * (Srinivasan, Kam, Malik and Brayton, "Algorithms for discrete function manipulation", ICCAD 1990; after Bryant,
 * "Graph-based algorithms for Boolean function manipulation", IEEE Transactions on Computers 35(8), 1986). A set of assignments
 * is a number; equal sets have equal numbers. Nodes are never collected: there is a limit to them, and a manager lives as long
 * as what was computed with it. Safe for many threads.
 */
public final class Diagrams {

    /** The empty set. */
    public static final int NONE = 0;

    /** The set of all assignments. */
    public static final int ALL = 1;

    private static final int TICK = 1 << 10;
    private static final int SMALL = 1 << 8;

    /** How many values the variable of each level has. */
    private final int[] sizes;

    private final int[] variables;
    private final int[] levels;
    private final Runnable tick;
    private final OperationCache cache = new OperationCache();
    private int limit;
    private Supplier<? extends RuntimeException> reached;

    private int used;
    private int[] level = new int[SMALL];
    private int[] first = new int[SMALL];
    private int[] edges = new int[4 * SMALL];
    private int edgesUsed;
    private int[] table = new int[2 * SMALL];

    /** Children on the way to becoming nodes: operations nest, and arrays of their own would be most of their cost. */
    private int[] stack = new int[SMALL];

    private int top;
    private BigInteger[] counts = new BigInteger[0];

    /**
     * A manager.
     *
     * @param values how many values each variable has, by variable
     * @param order the variables from the top level down
     * @param limit how many nodes there may be before a {@link BudgetExceededException} is thrown
     * @param tick called now and then during long work; what it throws ends the work
     */
    public Diagrams(int[] values, int[] order, int limit, Runnable tick) {
        this.variables = order.clone();
        this.sizes = new int[order.length];
        this.levels = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            sizes[i] = values[order[i]];
            levels[order[i]] = i;
        }
        this.limit = limit;
        this.reached = () -> new BudgetExceededException(limit);
        this.tick = tick;
        level[NONE] = order.length;
        level[ALL] = order.length;
        used = 2;
    }

    /**
     * Allows more nodes, or fewer.
     *
     * @param reached what is thrown when there would be more
     */
    public synchronized void limit(int nodes, Supplier<? extends RuntimeException> reached) {
        limit = nodes;
        this.reached = reached;
    }

    /** How many nodes there are. */
    public synchronized int nodes() {
        return used;
    }

    /** How many levels there are: one for each variable. */
    public int depth() {
        return sizes.length;
    }

    /** The variable of a level. */
    public int variable(int ofLevel) {
        return variables[ofLevel];
    }

    /** How many values the variable of a level has. */
    public int values(int ofLevel) {
        return sizes[ofLevel];
    }

    /** The level of a node; that of {@link #NONE} and {@link #ALL} lies below all variables. */
    public int level(int node) {
        return level[node];
    }

    /** The child of a node for a value of its variable. */
    public int child(int node, int value) {
        return edges[first[node] + value];
    }

    /** The assignments in which the variable has this value. */
    public synchronized int where(int variable, int value) {
        top = 0;
        int at = levels[variable];
        for (int i = 0; i < sizes[at]; i++) {
            push(i == value ? ALL : NONE);
        }
        return make(at, 0);
    }

    public synchronized int and(int a, int b) {
        top = 0;
        return conjunction(a, b);
    }

    public synchronized int or(int a, int b) {
        top = 0;
        return disjunction(a, b);
    }

    /** What is in the first and not in the second. */
    public synchronized int minus(int a, int b) {
        top = 0;
        return difference(a, b);
    }

    /** The assignments that would be in the set if the variable had this value, whatever it has. */
    public synchronized int given(int set, int variable, int value) {
        top = 0;
        return cofactor(set, levels[variable], value);
    }

    /** The variables on which membership depends. */
    public synchronized BitSet support(int set) {
        BitSet support = new BitSet();
        for (int node : reachable(set)) {
            support.set(variables[level[node]]);
        }
        return support;
    }

    /** How many assignments are in the set. */
    public synchronized BigInteger count(int set) {
        return below(set).multiply(between(-1, level[set]));
    }

    /** The inner nodes of a set, those nearer to the root first. */
    synchronized int[] reachable(int set) {
        BitSet seen = new BitSet();
        int[] found = new int[16];
        int size = 0;
        if (set > ALL) {
            seen.set(set);
            found[size++] = set;
        }
        for (int i = 0; i < size; i++) {
            int node = found[i];
            for (int value = 0; value < sizes[level[node]]; value++) {
                int child = child(node, value);
                if (child > ALL && !seen.get(child)) {
                    seen.set(child);
                    if (size == found.length) {
                        found = Arrays.copyOf(found, 2 * size);
                    }
                    found[size++] = child;
                }
            }
        }
        return Arrays.stream(found, 0, size)
                .mapToLong(node -> (long) level[node] << Integer.SIZE | node)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    /** How many assignments of the variables from the node's level down lead into the set. */
    synchronized BigInteger below(int node) {
        if (node <= ALL) {
            return BigInteger.valueOf(node);
        }
        if (counts.length <= node) {
            counts = Arrays.copyOf(counts, Math.max(used, node + 1));
        }
        BigInteger known = counts[node];
        if (known != null) {
            return known;
        }
        BigInteger count = BigInteger.ZERO;
        for (int value = 0; value < sizes[level[node]]; value++) {
            int child = child(node, value);
            count = count.add(below(child).multiply(between(level[node], level[child])));
        }
        counts[node] = count;
        return count;
    }

    /** How many assignments there are of the variables strictly between two levels. */
    BigInteger between(int above, int below) {
        BigInteger product = BigInteger.ONE;
        for (int i = above + 1; i < below; i++) {
            product = product.multiply(BigInteger.valueOf(sizes[i]));
        }
        return product;
    }

    private int conjunction(int a, int b) {
        if (a == b || b == ALL) {
            return a;
        }
        if (a == ALL) {
            return b;
        }
        if (a == NONE || b == NONE) {
            return NONE;
        }
        return a < b ? combine(OperationCache.AND, a, b) : combine(OperationCache.AND, b, a);
    }

    private int disjunction(int a, int b) {
        if (a == b || b == NONE) {
            return a;
        }
        if (a == NONE) {
            return b;
        }
        if (a == ALL || b == ALL) {
            return ALL;
        }
        return a < b ? combine(OperationCache.OR, a, b) : combine(OperationCache.OR, b, a);
    }

    private int difference(int a, int b) {
        if (a == b || a == NONE || b == ALL) {
            return NONE;
        }
        return b == NONE ? a : combine(OperationCache.MINUS, a, b);
    }

    private int combine(int operation, int a, int b) {
        int known = cache.get(operation, a, b);
        if (known >= 0) {
            return known;
        }
        int at = Math.min(level[a], level[b]);
        int base = top;
        for (int value = 0; value < sizes[at]; value++) {
            int left = level[a] == at ? child(a, value) : a;
            int right = level[b] == at ? child(b, value) : b;
            push(
                    switch (operation) {
                        case OperationCache.AND -> conjunction(left, right);
                        case OperationCache.OR -> disjunction(left, right);
                        default -> difference(left, right);
                    });
        }
        int result = make(at, base);
        cache.put(operation, a, b, result);
        return result;
    }

    private int cofactor(int set, int at, int value) {
        if (level[set] > at) {
            return set;
        }
        if (level[set] == at) {
            return child(set, value);
        }
        int operation = OperationCache.GIVEN + value;
        int known = cache.get(operation, set, at);
        if (known >= 0) {
            return known;
        }
        int base = top;
        for (int each = 0; each < sizes[level[set]]; each++) {
            push(cofactor(child(set, each), at, value));
        }
        int result = make(level[set], base);
        cache.put(operation, set, at, result);
        return result;
    }

    private void push(int node) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = node;
    }

    /** The node of a level with the children on the stack from {@code base} on, which are taken off. */
    private int make(int at, int base) {
        top = base;
        int size = sizes[at];
        boolean same = true;
        for (int i = 1; i < size && same; i++) {
            same = stack[base + i] == stack[base];
        }
        if (same) {
            return stack[base];
        }
        int slot = hash(at, stack, base, size) & table.length - 1;
        while (table[slot] != 0) {
            if (equal(table[slot], at, base, size)) {
                return table[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        return add(at, base, size, slot);
    }

    private int add(int at, int base, int size, int slot) {
        if (used >= limit) {
            throw reached.get();
        }
        if (used % TICK == 0) {
            tick.run();
        }
        int node = used++;
        if (node == level.length) {
            level = Arrays.copyOf(level, 2 * node);
            first = Arrays.copyOf(first, 2 * node);
        }
        if (edgesUsed + size > edges.length) {
            edges = Arrays.copyOf(edges, 2 * edges.length + size);
        }
        level[node] = at;
        first[node] = edgesUsed;
        System.arraycopy(stack, base, edges, edgesUsed, size);
        edgesUsed += size;
        table[slot] = node;
        if (2 * used > table.length) {
            rehash();
            cache.grow(used);
        }
        return node;
    }

    private boolean equal(int node, int at, int base, int size) {
        return level[node] == at && Arrays.equals(edges, first[node], first[node] + size, stack, base, base + size);
    }

    private void rehash() {
        table = new int[2 * table.length];
        for (int node = 2; node < used; node++) {
            int slot = hash(level[node], edges, first[node], sizes[level[node]]) & table.length - 1;
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = node;
        }
    }

    private static int hash(int at, int[] children, int from, int size) {
        int hash = at * 0x9E3779B1;
        for (int i = 0; i < size; i++) {
            hash = Integer.rotateLeft(hash ^ children[from + i] * 0x85EBCA6B, 13) * 0xC2B2AE35;
        }
        return hash ^ hash >>> 15;
    }
}
