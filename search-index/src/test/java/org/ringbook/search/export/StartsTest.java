package org.ringbook.search.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartsTest {

  @ParameterizedTest
  @CsvSource({"napi_schedule, na", "m_free, m_", "_kernel, _k", "tx, tx", "82599, 82", "e1000, e1"})
  void aNameIsFiledUnderItsFirstTwoCharacters(String name, String start) {
    assertEquals(Optional.of(start), Starts.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "r", "a b", "é1", "x\u03b1", "Tx"})
  void whatCannotBeSuggestedOrNamedIsNotFiled(String name) {
    assertEquals(Optional.empty(), Starts.of(name));
  }

  @Test
  void startsAreGroupedByTheirFirstCharacter() {
    assertEquals("82 _k drs", Starts.grouped(List.of("_k", "82", "dr", "ds")));
    assertEquals("", Starts.grouped(List.of()));
  }
}
