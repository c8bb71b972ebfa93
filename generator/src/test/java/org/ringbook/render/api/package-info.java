/** The map of kernel calls as pages show it, and the script that its cards come in. */
@NullMarked
package org.ringbook.render.api;

import org.jspecify.annotations.NullMarked;
