/** Files of the user's own in which is kept, between runs, what can be worked out again. Nothing here knows what that is. */
@NullMarked
package org.demarche.cache;

import org.jspecify.annotations.NullMarked;
