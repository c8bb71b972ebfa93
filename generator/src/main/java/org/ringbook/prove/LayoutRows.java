package org.ringbook.prove;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;

/**
 * What a worker read from a class that declares a layout.
 *
 * @param layout the format as the fields describe it
 * @param members the named members of the {@code MemoryLayout}
 */
record LayoutRows(BitLayout layout, List<Member> members) {

  /**
   * A named member.
   *
   * @param name its name
   * @param bit where it starts
   * @param width in bits
   */
  record Member(String name, long bit, long width) {

    boolean overlaps(BitField field) {
      return field.bit() < bit + width && bit < field.bit() + field.width();
    }

    boolean contains(BitField field) {
      return bit <= field.bit() && field.bit() + field.width() <= bit + width;
    }

    boolean isWithin(BitField field) {
      return field.bit() <= bit && bit + width <= field.bit() + field.width();
    }
  }

  /** Reads the tab-separated rows that {@code LayoutProbe} writes. */
  static LayoutRows parse(String type, String rows) {
    String title = "";
    int bits = 0;
    List<BitField> fields = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (String row : rows.lines().toList()) {
      List<String> cells = List.of(row.split("\t", -1));
      switch (cells.getFirst()) {
        case "title" -> title = cells.get(1);
        case "bytes" -> bits = Math.multiplyExact(8, Integer.parseInt(cells.get(1)));
        case "field" ->
            fields.add(
                new BitField(
                    cells.get(1),
                    Integer.parseInt(cells.get(2)),
                    Integer.parseInt(cells.get(3)),
                    cells.get(4)));
        case "member" ->
            members.add(
                new Member(
                    cells.get(1), Long.parseLong(cells.get(2)), Long.parseLong(cells.get(3))));
        default -> throw new IllegalArgumentException("a row " + row);
      }
    }
    return new LayoutRows(new BitLayout(type, title, bits, fields), List.copyOf(members));
  }
}
