package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutCheckTest {

  private static List<String> check(String rows) {
    return LayoutCheck.of(LayoutRows.parse("X", rows.replace(' ', '\t')));
  }

  @Test
  void parts_of_a_member_and_runs_of_members_fit() {
    assertEquals(
        List.of(),
        check(
            "title T\nbytes 4\nfield a 0 4 driver\nfield b 4 4 device\nfield c 8 24 nobody\n"
                + "member ab 0 8\nmember c1 8 8\nmember c2 16 16"));
  }

  @Test
  void a_gap_an_overlap_and_a_wrong_end_are_told() {
    List<String> wrong = check("title T\nbytes 4\nfield a 0 8 x\nfield b 10 8 x\nfield c 16 8 x");
    assertEquals(3, wrong.size(), wrong::toString);
    assertTrue(wrong.get(0).startsWith("a gap before b"), wrong.get(0));
    assertTrue(wrong.get(1).startsWith("an overlap at c"), wrong.get(1));
    assertEquals("the fields end at bit 24, LAYOUT at bit 32", wrong.get(2));
  }

  @Test
  void a_field_across_the_border_of_a_member_or_outside_its_namesake_is_told() {
    List<String> rows =
        check("title T\nbytes 2\nfield a 0 4 x\nfield b 4 12 x\nmember a 8 8\nmember c 0 8");
    assertEquals(2, rows.size(), rows::toString);
  }
}
