package org.ringbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencePlacesTest {

  private static final String TEXT =
      """
      The word ring is no link, and ring.html in a sentence is none.
      See xref:ring.adoc[] and <<ring#full>>.
      See xref:../one/ring.adoc#full[words], xref:ring-two.adoc[].
      See <<full>>, <<full-house>> and link:ring.html[x].
      [#full]
      [[other]]One
      [.lead#third]
      """;

  @Test
  void a_page_is_found_where_it_is_linked() {
    assertEquals(List.of(2, 4), ReferencePlaces.lines(TEXT, "ring.html"));
    assertEquals(List.of(3), ReferencePlaces.lines(TEXT, "../one/ring-two.html"));
  }

  @Test
  void an_anchor_is_found_with_its_page() {
    assertEquals(List.of(2, 3), ReferencePlaces.lines(TEXT, "ring.html#full"));
    assertEquals(List.of(4), ReferencePlaces.lines(TEXT, "#full"));
  }

  @Test
  void an_id_is_found_where_it_is_given() {
    assertEquals(List.of(5), ReferencePlaces.definitions(TEXT, "full"));
    assertEquals(List.of(6), ReferencePlaces.definitions(TEXT, "other"));
    assertEquals(List.of(7), ReferencePlaces.definitions(TEXT, "third"));
  }

  @Test
  void what_is_written_nowhere_is_the_whole_file() {
    assertEquals(List.of(0), ReferencePlaces.lines(TEXT, "absent.html"));
  }
}
