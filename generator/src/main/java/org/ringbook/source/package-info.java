/** Files of the book as authors write them: safe paths and tagged regions. */
@NullMarked
package org.ringbook.source;

import org.jspecify.annotations.NullMarked;
