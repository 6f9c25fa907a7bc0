/** What rules match and what they conclude: values, nothing else. Rules import this package whole. */
@NullMarked
package org.demarche.model;

import org.jspecify.annotations.NullMarked;
