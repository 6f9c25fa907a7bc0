/**
 * Truth over all scenarios: well-founded semantics over a derivation graph, and what follows from it. Counts, conditions,
 * influence. The semantics is that of Van Gelder, Ross and Schlipf, "The well-founded semantics for general logic programs",
 * Journal of the ACM 38(3), 1991.
 */
@NullMarked
package org.demarche.worlds;

import org.jspecify.annotations.NullMarked;
