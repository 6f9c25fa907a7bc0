package org.demarche.worlds;

/**
 * Nodes of a program that all depend on each other, or one that does not depend on itself.
 *
 * @param nodes their numbers, ascending
 * @param loops whether a node depends on itself
 * @param throughNegation whether one does through an absence, or through a set that is counted or added up
 */
record Component(int[] nodes, boolean loops, boolean throughNegation) {}
