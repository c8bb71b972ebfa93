/** The whole build of a handbook: {@link org.ringbook.build.Pipeline} shows it on one screen. */
@NullMarked
package org.ringbook.build;

import org.jspecify.annotations.NullMarked;
