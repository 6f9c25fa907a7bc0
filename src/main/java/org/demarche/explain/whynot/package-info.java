/** What keeps something from being inferred, rule by rule, and why one thing is inferred rather than another. */
@NullMarked
package org.demarche.explain.whynot;

import org.jspecify.annotations.NullMarked;
