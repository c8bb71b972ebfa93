/** Tests of the search for declarations: tiny trees first, then the headers of this machine. */
@NullMarked
package org.ringbook.search.verify;

import org.jspecify.annotations.NullMarked;
