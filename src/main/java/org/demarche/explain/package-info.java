/** Why something holds: trees of values in the words of the rules and of the vocabulary. Printing is done elsewhere. */
@NullMarked
package org.demarche.explain;

import org.jspecify.annotations.NullMarked;
