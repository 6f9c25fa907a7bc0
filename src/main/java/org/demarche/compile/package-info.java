/**
 * Rule files become rule cards, the cards their possibility form, and that a rule base of Drools. What a rule negates or
 * merely requires to exist is taken apart here, so that everything Drools fires is monotone and nothing depends on order.
 */
@NullMarked
package org.demarche.compile;

import org.jspecify.annotations.NullMarked;
