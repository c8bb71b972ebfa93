/** A site's folder shows a whole site at every moment, whatever happens to the builds. */
@NullMarked
package org.ringbook.publish;

import org.jspecify.annotations.NullMarked;
