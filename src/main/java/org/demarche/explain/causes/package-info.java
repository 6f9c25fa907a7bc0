/** On what two assessments differ, for each inference that differs. */
@NullMarked
package org.demarche.explain.causes;

import org.jspecify.annotations.NullMarked;
