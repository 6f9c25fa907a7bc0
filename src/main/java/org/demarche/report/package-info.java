/** Sets results for reading: text and JSON. Decides nothing. */
@NullMarked
package org.demarche.report;

import org.jspecify.annotations.NullMarked;
