/**
 * What is doubtful in rules and cases though they can be used: one class for each kind of doubt. Each finding has the id of a page under
 * {@code docs/checks}.
 */
@NullMarked
package org.demarche.lint;

import org.jspecify.annotations.NullMarked;
