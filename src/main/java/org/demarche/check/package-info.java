/** Whether rules, cases and their expectations are in order: checks, expectations, and the trace of claims. */
@NullMarked
package org.demarche.check;

import org.jspecify.annotations.NullMarked;
