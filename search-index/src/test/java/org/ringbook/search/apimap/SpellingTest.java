package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {

  private static final List<String> NAMES =
      List.of("dma_map_single", "dma_unmap_single", "napi_complete_done", "mtx_lock");

  @Test
  void aSlipLeadsToTheName() {
    assertEquals(Optional.of("dma_map_single"), Spelling.nearest("dma_map_singel", NAMES));
    assertEquals(Optional.of("mtx_lock"), Spelling.nearest("MTX_LOK", NAMES));
    assertEquals(Optional.of("dma_unmap_single"), Spelling.nearest("dma_unmap_singl", NAMES));
  }

  @Test
  void somethingElseLeadsNowhere() {
    assertEquals(Optional.empty(), Spelling.nearest("printf", NAMES));
    assertEquals(Optional.empty(), Spelling.nearest("", NAMES));
  }

  @Property
  void everyWordIsNearestToItself(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String word) {
    assertEquals(Optional.of(word), Spelling.nearest(word, List.of("zzz_other_name", word)));
  }

  @Property
  void oneSwapOfNeighboursIsOneSlip(
      @ForAll @AlphaChars @StringLength(min = 2, max = 20) String word) {
    String swapped = word.charAt(1) + "" + word.charAt(0) + word.substring(2);
    assertTrue(Spelling.nearest(swapped, List.of(word)).isPresent());
  }
}
