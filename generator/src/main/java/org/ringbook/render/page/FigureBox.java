package org.ringbook.render.page;

import org.jspecify.annotations.Nullable;

/**
 * A drawing with its caption.
 *
 * @param anchor id of the figure in its page, or an empty string for none
 * @param kind becomes the class {@code figure-<kind>}, such as {@code bits} or {@code diagram}
 * @param svg trusted markup, without inline styles
 * @param alternative what it shows, in plain words, for readers who don't see it
 * @param caption plain text, or an empty string
 * @param table the same facts as a table, folded under the caption, or null
 */
public record FigureBox(
    String anchor,
    String kind,
    String svg,
    String alternative,
    String caption,
    @Nullable FactTable table) {}
