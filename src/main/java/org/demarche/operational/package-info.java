/** A plain session of Drools: facts of any type in, whatever rules of any kind make of them out, exactly as Drools does it. */
@NullMarked
package org.demarche.operational;

import org.jspecify.annotations.NullMarked;
