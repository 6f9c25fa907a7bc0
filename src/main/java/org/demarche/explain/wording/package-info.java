/** Conditions of rules in words, with the values filled in. Not for users but for its sentences. */
@NullMarked
package org.demarche.explain.wording;

import org.jspecify.annotations.NullMarked;
