/** Text files in YAML as nodes that know their place: bounded, plain and checked before anybody reads meaning into them. */
@NullMarked
package org.demarche.yaml;

import org.jspecify.annotations.NullMarked;
