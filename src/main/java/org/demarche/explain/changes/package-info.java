/** What would change how something stands, each change tried by evaluating it; and what is lost without each assumption. */
@NullMarked
package org.demarche.explain.changes;

import org.jspecify.annotations.NullMarked;
