/**
 * Plots of numbers that an example printed in this build.
 *
 * <p>The example prints a block that begins with {@code # plot: name}, then a line with the names
 * of the columns, then a line of numbers for each point, up to a blank line, another block or the
 * end. So a figure can't show what no run measured: when the output changes, so does the drawing.
 *
 * <p>The library at hand draws into SVG with style attributes, which the pages' policy forbids;
 * what is needed of it (axes with round numbers, lines, bars, labels at their ends) is small.
 */
@NullMarked
package org.ringbook.render.plot;

import org.jspecify.annotations.NullMarked;
