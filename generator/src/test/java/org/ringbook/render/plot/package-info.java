/** Tests of the package of the same name. */
@NullMarked
package org.ringbook.render.plot;

import org.jspecify.annotations.NullMarked;
