package org.ringbook.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.search.query.ParsedQuery.QueryTerm;

class ParsedQueryTest {

  @Test
  void onlyWhatEndsTheQueryMayBeHalfTyped() {
    assertEquals(
        List.of(
            new QueryTerm("ring", false),
            new QueryTerm("dma_map", true),
            new QueryTerm("dma", false),
            new QueryTerm("map", true)),
        ParsedQuery.of("ring dma_map").terms());
  }

  @Test
  void twoLettersAreNotCompleted() {
    assertFalse(ParsedQuery.of("dm").terms().getFirst().open());
  }

  @Test
  void stopWordsGoUnlessThereIsNothingElse() {
    assertEquals(List.of(new QueryTerm("ring", true)), ParsedQuery.of("what is the ring").terms());
    assertEquals(3, ParsedQuery.of("what is the").words().size());
  }

  @Test
  void longQueriesAreCutBetweenCharacters() {
    assertEquals(200, ParsedQuery.of("a".repeat(10_000)).text().length());
    assertEquals("a".repeat(199), ParsedQuery.of("a".repeat(199) + "𝄞").text());
  }

  @Test
  void sixteenWordsCount() {
    assertEquals(16, ParsedQuery.of("b c d e f g h j k l m n o p q r u v w x").words().size());
  }

  @Test
  void anEmptyQueryHasNoTerms() {
    assertTrue(ParsedQuery.of(" \t ").terms().isEmpty());
  }
}
