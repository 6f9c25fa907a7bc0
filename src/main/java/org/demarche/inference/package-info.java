/** The answer as values: which facts were derived from which, and what was inferred. */
@NullMarked
package org.demarche.inference;

import org.jspecify.annotations.NullMarked;
