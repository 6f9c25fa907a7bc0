/** Where something stands in a file, and what is wrong with it: every problem is collected and told at once. */
@NullMarked
package org.demarche.source;

import org.jspecify.annotations.NullMarked;
