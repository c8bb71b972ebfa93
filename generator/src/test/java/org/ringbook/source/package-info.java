/** What authors write never leads out of the book, and what they get wrong has a line. */
@NullMarked
package org.ringbook.source;

import org.jspecify.annotations.NullMarked;
