package org.ringbook.prove;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.model.BitField;

/**
 * Checks that the fields that are drawn and the {@code MemoryLayout} that the code uses describe
 * the same bytes.
 */
final class LayoutCheck {

  private final LayoutRows rows;
  private final List<String> wrong = new ArrayList<>();

  private LayoutCheck(LayoutRows rows) {
    this.rows = rows;
  }

  /** What disagrees, a line each; empty where all is well. */
  static List<String> of(LayoutRows rows) {
    LayoutCheck check = new LayoutCheck(rows);
    check.fieldsFollowEachOther();
    check.membersFit();
    return List.copyOf(check.wrong);
  }

  private void fieldsFollowEachOther() {
    int end = 0;
    for (BitField field : rows.layout().fields()) {
      if (field.width() < 1) {
        wrong.add(field.name() + " has a width of " + field.width() + " bits");
      }
      if (field.bit() != end) {
        wrong.add(
            (field.bit() > end ? "a gap before " : "an overlap at ")
                + field.name()
                + ": it starts at bit "
                + field.bit()
                + ", the fields before it end at bit "
                + end);
      }
      end = field.bit() + field.width();
    }
    if (end != rows.layout().bits()) {
      wrong.add("the fields end at bit " + end + ", LAYOUT at bit " + rows.layout().bits());
    }
  }

  /** A field is a part of a member or made of whole ones; where the names agree, it is inside. */
  private void membersFit() {
    for (LayoutRows.Member member : rows.members()) {
      for (BitField field : rows.layout().fields()) {
        boolean sameName = field.name().equals(member.name());
        boolean crosses =
            member.overlaps(field) && !member.contains(field) && !member.isWithin(field);
        if (crosses || (sameName && !member.contains(field))) {
          wrong.add(
              "field %s is bits %d to %d, member %s of LAYOUT bits %d to %d"
                  .formatted(
                      field.name(),
                      field.bit(),
                      field.bit() + field.width() - 1,
                      member.name(),
                      member.bit(),
                      member.bit() + member.width() - 1));
        }
      }
    }
  }
}
