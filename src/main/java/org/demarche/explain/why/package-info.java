/** Why something holds: its minimal supports, verified, as trees down to sources, answers and absences. */
@NullMarked
package org.demarche.explain.why;

import org.jspecify.annotations.NullMarked;
