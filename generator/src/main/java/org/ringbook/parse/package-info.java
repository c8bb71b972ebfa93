/**
 * AsciiDoc and {@code book.yaml} in, an immutable {@link org.ringbook.model.Book} out.
 *
 * <p>Asciidoctor is known here and nowhere else. One instance serves all chapters one after
 * another, for starting JRuby takes longer than parsing a hundred pages. Whatever a later stage
 * must supply (an example's output, a drawing, a table of kernel calls) is left in the HTML as a
 * numbered placeholder.
 */
@NullMarked
package org.ringbook.parse;

import org.jspecify.annotations.NullMarked;
