/**
 * Sets of assignments of values to a few finite variables, held as decision diagrams, and what can be computed from them exactly:
 * counts, prime implicants, best assignments, bounds of probabilities. Knows nothing of scenarios or rules.
 */
@NullMarked
package org.demarche.diagrams;

import org.jspecify.annotations.NullMarked;
