/** Tables of coded events, as data sets have them, become statements of a case; what cannot is counted and told, and nothing is guessed. */
@NullMarked
package org.demarche.events;

import org.jspecify.annotations.NullMarked;
