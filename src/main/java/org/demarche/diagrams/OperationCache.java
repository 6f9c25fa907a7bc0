package org.demarche.diagrams;

/** Results of operations on diagrams. A later result may displace an earlier one: forgetting only costs time. */
final class OperationCache {

    static final int AND = 0;
    static final int OR = 1;
    static final int MINUS = 2;

    /** The first of as many operations as variables have values. */
    static final int GIVEN = 3;

    private static final int SMALLEST = 1 << 9;
    private static final int LARGEST = 1 << 21;

    /** Operation, operands and result of each entry; an entry that was never written has the operation -1. */
    private int[] entries = new int[0];

    private int mask;

    OperationCache() {
        resize(SMALLEST);
    }

    /** The result, or -1 when it is not known. */
    int get(int operation, int a, int b) {
        int at = slot(operation, a, b);
        return entries[at] == operation && entries[at + 1] == a && entries[at + 2] == b ? entries[at + 3] : -1;
    }

    void put(int operation, int a, int b, int result) {
        int at = slot(operation, a, b);
        entries[at] = operation;
        entries[at + 1] = a;
        entries[at + 2] = b;
        entries[at + 3] = result;
    }

    /** Makes room for that many nodes. */
    void grow(int nodes) {
        if (nodes > mask && mask + 1 < LARGEST) {
            resize(2 * (mask + 1));
        }
    }

    private void resize(int size) {
        mask = size - 1;
        entries = new int[4 * size];
        for (int i = 0; i < entries.length; i += 4) {
            entries[i] = -1;
        }
    }

    private int slot(int operation, int a, int b) {
        int hash = (a * 0x9E3779B1 ^ Integer.rotateLeft(b * 0x85EBCA6B, 15)) + operation * 0xC2B2AE35;
        hash ^= hash >>> 16;
        return 4 * (hash * 0x27D4EB2F >>> 7 & mask);
    }
}
