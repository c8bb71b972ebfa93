/** Every link that leads nowhere is found, at the line that it was written. */
@NullMarked
package org.ringbook.check;

import org.jspecify.annotations.NullMarked;
