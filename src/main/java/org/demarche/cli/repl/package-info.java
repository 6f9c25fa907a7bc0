/** Where a session reads its commands from: a person at a terminal, or a script. */
@NullMarked
package org.demarche.cli.repl;

import org.jspecify.annotations.NullMarked;
