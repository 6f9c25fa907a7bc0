/** Rules changed on purpose, and whether the expectations notice. */
@NullMarked
package org.demarche.mutants;

import org.jspecify.annotations.NullMarked;
