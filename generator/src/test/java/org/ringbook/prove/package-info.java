/** What a proof must catch, shown on books made for it in temporary folders. */
@NullMarked
package org.ringbook.prove;

import org.jspecify.annotations.NullMarked;
