/** Feeds the search index and the map of kernel calls with what the handbook says. */
@NullMarked
package org.ringbook.index;

import org.jspecify.annotations.NullMarked;
