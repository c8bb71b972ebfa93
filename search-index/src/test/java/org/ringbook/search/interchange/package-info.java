/** Tests of the files for other programs, read back with plain readers. */
@NullMarked
package org.ringbook.search.interchange;

import org.jspecify.annotations.NullMarked;
