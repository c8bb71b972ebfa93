/** The server gives this machine the site, and nobody anything else. */
@NullMarked
package org.ringbook.serve;

import org.jspecify.annotations.NullMarked;
