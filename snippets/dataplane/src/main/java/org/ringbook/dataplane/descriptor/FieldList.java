package org.ringbook.dataplane.descriptor;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the fields of one format, mostly of 16 bytes, in the order of their bits.
 * A field starts where the one before it ends, so that gaps and overlaps cannot be
 * written down.
 */
final class FieldList {
  private final List<Field> fields = new ArrayList<>();
  private final int bits;
  private int next;

  FieldList() {
    this(128);
  }

  FieldList(int bits) {
    this.bits = bits;
  }

  FieldList driver(String name, int width) {
    return add(name, width, Writer.DRIVER);
  }

  FieldList device(String name, int width) {
    return add(name, width, Writer.DEVICE);
  }

  FieldList both(String name, int width) {
    return add(name, width, Writer.BOTH);
  }

  FieldList reserved(int width) {
    return add("reserved", width, Writer.NOBODY);
  }

  /** The 802.1Q tag control information: VLAN identifier, CFI, priority. */
  FieldList tag(Writer writer) {
    return add("VLAN", 12, writer).add("CFI", 1, writer).add("PRI", 3, writer);
  }

  private FieldList add(String name, int width, Writer writer) {
    fields.add(new Field(name, next, width, writer));
    next += width;
    return this;
  }

  List<Field> complete() {
    if (next != bits) {
      throw new IllegalStateException(next + " of " + bits + " bits have a field");
    }
    return List.copyOf(fields);
  }
}
