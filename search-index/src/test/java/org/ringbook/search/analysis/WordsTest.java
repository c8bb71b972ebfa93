package org.ringbook.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void anIdentifierIsKeptWholeAndSplitAtUnderscores() {
    assertTerms("dma_mapping_error", "dma_mapping_error", "dma", "map", "error");
  }

  @Test
  void leadingUnderscoresBelongToTheWhole() {
    assertTerms("__napi_schedule", "__napi_schedule", "napi", "schedul");
  }

  @Test
  void camelCaseIsSplit() {
    assertTerms(
        "NdisAllocateNetBuffer", "ndisallocatenetbuffer", "ndis", "allocat", "net", "buffer");
  }

  @Test
  void acronymsStayTogether() {
    assertTerms("PCIe", "pcy");
    assertTerms("PCI", "pci");
    assertTerms("NICs", "nic");
    assertTerms("DMAEngine", "dmaengin", "dma", "engin");
  }

  @Test
  void lettersAndDigitsAreSplit() {
    assertTerms("82599EB", "82599eb", "82599", "eb");
  }

  @Test
  void joinedNamesHaveSegments() {
    assertTerms("TxRing::submit", "txring::submit", "txring", "submit", "tx", "ring");
    assertTerms("tx-ring-full", "tx-ring-full", "tx", "ring", "full");
    assertTerms("dev.ix.0", "dev.ix.0", "dev", "ix", "0");
  }

  @Test
  void punctuationAtTheEndJoinsNothing() {
    assertTerms("ring.", "ring");
    assertTerms("napi_complete();", "napi_complete", "napi", "complet");
    assertTerms("a::", "a");
  }

  @Test
  void accentsAndMicroSignsAreFolded() {
    assertTerms("Naïve", "naiv");
    assertEquals(terms("5 us"), terms("5 µs"));
    assertEquals(terms("5 us"), terms("5 μs"));
  }

  @Test
  void formsOfAWordComeTogether() {
    assertTerms("queue queues queued queueing", "queu", "queu", "queu", "queu");
    assertTerms("map maps mapped mapping", "map", "map", "map", "map");
    assertTerms("poll polls polled polling", "poll", "poll", "poll", "poll");
    assertTerms("address addresses addressed", "address", "address", "address");
    assertTerms("descriptor descriptors", "descriptor", "descriptor");
    assertTerms("entry entries", "entry", "entry");
    assertTerms("cookie cookies", "cooky", "cooky");
  }

  @Test
  void wordsThatOnlyLookLikeFormsStay() {
    assertTerms(
        "ring string bus status speed need", "ring", "string", "bus", "status", "speed", "need");
  }

  @Test
  void onlyALoneWordIsAStopWord() {
    assertTrue(Words.of("If").getFirst().isStopWord());
    assertFalse(Words.of("if_t").getFirst().isStopWord());
    assertTerms("if_t", "if_t", "if", "t");
  }

  @Test
  void namesAreTheSameWhateverTheirCaseAndPunctuation() {
    assertEquals("napi_complete", Words.normalized(" NAPI_complete() "));
    assertEquals("the transmit ring who owns", Words.normalized("The transmit ring: who owns?"));
  }

  private static void assertTerms(String text, String... expected) {
    assertEquals(List.of(expected), terms(text));
  }

  private static List<String> terms(String text) {
    return Words.of(text).stream().flatMap(w -> w.tokens().stream()).map(Token::text).toList();
  }
}
