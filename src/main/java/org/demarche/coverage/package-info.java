/** Which rules and conditions the expectations have seen at work. */
@NullMarked
package org.demarche.coverage;

import org.jspecify.annotations.NullMarked;
