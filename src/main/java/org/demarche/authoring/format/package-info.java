/** One form for rule files and YAML files. Only what is between the words is changed, and what a file means never is. */
@NullMarked
package org.demarche.authoring.format;

import org.jspecify.annotations.NullMarked;
