package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.model.NearestName.distance;
import static org.ringbook.model.NearestName.hint;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  @Test
  void a_swap_of_neighbours_is_one_edit() {
    assertEquals(1, distance("tx-rign", "tx-ring"));
    assertEquals(3, distance("kitten", "sitting"));
  }

  @Test
  void the_hint_names_the_nearest_and_is_silent_when_nothing_is_near() {
    List<String> known = List.of("rx-ring", "tx-ring-full", "tx-ring");
    assertEquals("did you mean tx-ring?", hint("tx-rnig", known));
    assertEquals("", hint("checksum", known));
  }

  @Property
  void a_distance_is_symmetric_and_nothing_to_itself(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertEquals(distance(a, b), distance(b, a));
    assertEquals(0, distance(a, a));
  }
}
