/** What has been read of rule files, kept between runs: reading and checking them takes longest of all. */
@NullMarked
package org.demarche.cache;

import org.jspecify.annotations.NullMarked;
