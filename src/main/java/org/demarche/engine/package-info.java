/** One Drools run with the facts of all answers at once: everything that could follow, and from what. */
@NullMarked
package org.demarche.engine;

import org.jspecify.annotations.NullMarked;
