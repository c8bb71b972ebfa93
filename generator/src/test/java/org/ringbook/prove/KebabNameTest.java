package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KebabNameTest {

  @ParameterizedTest
  @CsvSource({
    "TxRingFull, tx-ring-full",
    "TSOSplit, tso-split",
    "Crc32Check, crc32-check",
    "E1000Init, e1000-init",
    "Ring, ring",
    "FillRXRing, fill-rx-ring",
    "Msi_X, msi-x",
  })
  void words_are_parted_by_dashes_and_digits_stay_with_their_word(String name, String id) {
    assertEquals(id, KebabName.of(name));
  }

  @Property
  void an_id_is_lower_case_and_has_all_letters_of_the_name(
      @ForAll
          @StringLength(min = 1, max = 20)
          @CharRange(from = 'a', to = 'z')
          @CharRange(from = 'A', to = 'Z')
          @CharRange(from = '0', to = '9')
          String name) {
    String id = KebabName.of(name);
    assertTrue(id.matches("[a-z0-9]+(-[a-z0-9]+)*"), id);
    assertEquals(name.toLowerCase(java.util.Locale.ROOT), id.replace("-", ""));
  }
}
