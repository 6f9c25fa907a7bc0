/** What people state about one situation, with who says so and when: cases, their questions, sources, claims and terms. */
@NullMarked
package org.demarche.cases;

import org.jspecify.annotations.NullMarked;
