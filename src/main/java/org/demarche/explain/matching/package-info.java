/** How far conditions of rules are met, straight from what they say: for what the engine has not matched because something was missing. Not for users. */
@NullMarked
package org.demarche.explain.matching;

import org.jspecify.annotations.NullMarked;
