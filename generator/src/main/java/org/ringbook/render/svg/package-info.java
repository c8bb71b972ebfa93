/**
 * SVG as the strict content policy of the pages wants it: classes of the theme and plain
 * attributes, never a style, so that one drawing serves the light scheme and the dark one.
 */
@NullMarked
package org.ringbook.render.svg;

import org.jspecify.annotations.NullMarked;
