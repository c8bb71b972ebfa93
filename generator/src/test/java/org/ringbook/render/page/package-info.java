/** Tests of the theme: what the templates make of pages, and a demonstration to look at. */
@NullMarked
package org.ringbook.render.page;

import org.jspecify.annotations.NullMarked;
