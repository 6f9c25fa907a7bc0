/** The command line: a thin shell around the engine. */
@NullMarked
package org.demarche.cli;

import org.jspecify.annotations.NullMarked;
