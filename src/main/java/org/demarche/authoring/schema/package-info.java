/** JSON Schema for each kind of YAML file, made from what the readers themselves go by; editors complete and check with it. */
@NullMarked
package org.demarche.authoring.schema;

import org.jspecify.annotations.NullMarked;
