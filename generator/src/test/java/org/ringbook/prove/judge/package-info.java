/** Tests of judges: whose word counts, and whose doesn't. */
@NullMarked
package org.ringbook.prove.judge;

import org.jspecify.annotations.NullMarked;
