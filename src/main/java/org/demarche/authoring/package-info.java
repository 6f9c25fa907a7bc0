/** What helps to write cases and rules: first versions of files, one form for all of them, and schemas for editors. */
@NullMarked
package org.demarche.authoring;

import org.jspecify.annotations.NullMarked;
