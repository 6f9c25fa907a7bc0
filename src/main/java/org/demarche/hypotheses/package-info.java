/**
 * Answers against evidence: which evidence speaks for and against the answers to a question, derived by rules or filled in by hand.
 * After Heuer, "Psychology of Intelligence Analysis" (1999), chapter 8, Analysis of Competing Hypotheses.
 */
@NullMarked
package org.demarche.hypotheses;

import org.jspecify.annotations.NullMarked;
