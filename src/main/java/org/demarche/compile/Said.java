package org.demarche.compile;

/**
 * A sentence of the compiler's.
 *
 * @param line from which on what it speaks of stands; 0 when that is not known
 */
record Said(SourceText source, int line, String sentence) {}
