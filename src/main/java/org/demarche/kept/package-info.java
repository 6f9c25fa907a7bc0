/** What has been read of rule files, written value by value so that it need not be read of them again. */
@NullMarked
package org.demarche.kept;

import org.jspecify.annotations.NullMarked;
