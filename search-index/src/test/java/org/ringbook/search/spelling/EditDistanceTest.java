package org.ringbook.search.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "ring, ring, 0",
    "ring, rings, 1",
    "transmit, trasmit, 1",
    "single, singel, 1",
    "receive, recieve, 1",
    "descriptor, descritpor, 1",
    "interrupt, intrerupt, 1",
    "coalescing, coalesing, 1",
    "completion, complteon, 2",
    "doorbell, dorbel, 2",
    "ca, abc, 3",
    "head, tail, 4"
  })
  void countsEditsBothWays(String a, String b, int distance) {
    assertEquals(distance, EditDistance.atMost(9, a, b));
    assertEquals(distance, EditDistance.atMost(9, b, a));
  }

  @ParameterizedTest
  @CsvSource({"head, tail, 1", "ring, ringbuffer, 2"})
  void givesUpBeyondTheLimit(String a, String b, int limit) {
    assertEquals(limit + 1, EditDistance.atMost(limit, a, b));
  }
}
