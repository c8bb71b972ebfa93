/**
 * The signature figure: a binary format, bit by bit, coloured by who writes it.
 *
 * <p>{@link org.ringbook.render.bits.BitDrawing} draws a layout as datasheets do: rows of eight
 * bytes, the most significant bit on the left, bit numbers above. Copper with a bar on top is the
 * driver's to write, green with a bar below is the device's, so that the two differ without colour
 * too. Fields too narrow for their name stand in an enlarged strip under their row. {@link
 * org.ringbook.render.bits.BitTable} says the same as a table, for readers and machines that don't
 * see.
 *
 * <p>A drawing is arranged first ({@link org.ringbook.render.bits.BitPlan}: boxes and their
 * places), then written; the tests look at the boxes. The markup has classes only, no style, so
 * that one drawing serves the light and the dark scheme.
 */
@NullMarked
package org.ringbook.render.bits;

import org.jspecify.annotations.NullMarked;
