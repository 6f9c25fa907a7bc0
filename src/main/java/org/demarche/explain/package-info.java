/**
 * Explanations: trees of values in the words of the rules and of the vocabulary. Printing is done elsewhere. Conditions are met or not
 * ({@code matching}) and said in words ({@code wording}); from these come {@code why}, {@code whynot}, {@code changes} and {@code causes}.
 */
@NullMarked
package org.demarche.explain;

import org.jspecify.annotations.NullMarked;
