/** Rules as values: what a rule is called, says and cites, its conditions and its conclusion. Nothing here knows an engine. */
@NullMarked
package org.demarche.rules;

import org.jspecify.annotations.NullMarked;
