package org.ringbook.render.bits;

import org.ringbook.model.BitField;

/**
 * A field, or the part of it that stands in one row, with its place on the drawing.
 *
 * @param field whose bits these are
 * @param high its highest bit here, counted in its row
 * @param low its lowest bit here, counted in its row
 * @param box where it is drawn
 * @param label its name, an abbreviation, or empty where another cell carries the name
 */
record Cell(BitField field, int high, int low, Box box, String label) {

  int bits() {
    return high - low + 1;
  }

  Writer writer() {
    return Writer.of(field);
  }

  Cell labelled(String text) {
    return new Cell(field, high, low, box, text);
  }
}
