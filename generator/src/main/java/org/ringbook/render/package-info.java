/**
 * A proven book in, the files of its site out.
 *
 * <p>What AsciiDoc left as HTML is finished here with small steps over its tree: numbers for
 * headings, colours for code, drawings and examples where the placeholders are. Pages come out of
 * the theme; see {@link org.ringbook.render.page}.
 */
@NullMarked
package org.ringbook.render;

import org.jspecify.annotations.NullMarked;
