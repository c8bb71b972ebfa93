package org.ringbook.render.bits;

import java.util.Locale;
import org.ringbook.model.BitField;

/** Who writes a field, and with which classes that is drawn. */
enum Writer {
  DRIVER("copper-soft", "driver"),
  DEVICE("mask-soft", "device"),
  BOTH("copper-soft", "driver and device"),
  NOBODY("sheet", "reserved");

  private final String fill;
  private final String words;

  Writer(String fill, String words) {
    this.fill = fill;
    this.words = words;
  }

  static Writer of(BitField field) {
    try {
      return valueOf(field.writer().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "field "
              + field.name()
              + " is written by "
              + field.writer()
              + ": not one of driver, device, both, nobody",
          e);
    }
  }

  String fill() {
    return fill;
  }

  /** For legends and tables. */
  String words() {
    return words;
  }

  boolean driver() {
    return this == DRIVER || this == BOTH;
  }

  boolean device() {
    return this == DEVICE || this == BOTH;
  }
}
