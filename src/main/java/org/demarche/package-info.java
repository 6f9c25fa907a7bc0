/** The way in from Java: load rules, read a case, assess it, ask the assessment. */
@NullMarked
package org.demarche;

import org.jspecify.annotations.NullMarked;
