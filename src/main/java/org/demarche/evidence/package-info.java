/** How good the evidence is: grades, independence of origins, and the confidence that an inference deserves by what it stands on. */
@NullMarked
package org.demarche.evidence;

import org.jspecify.annotations.NullMarked;
