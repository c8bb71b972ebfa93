/** What the map of kernel calls becomes on its way to pages and search. */
@NullMarked
package org.ringbook.index;

import org.jspecify.annotations.NullMarked;
