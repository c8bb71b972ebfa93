/** Tests of the API map: the reader against bad input, the table, and the data of this handbook. */
@NullMarked
package org.ringbook.search.apimap;

import org.jspecify.annotations.NullMarked;
