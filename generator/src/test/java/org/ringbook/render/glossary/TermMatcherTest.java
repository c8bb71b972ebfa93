package org.ringbook.render.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringbook.model.Place;
import org.ringbook.model.Term;

class TermMatcherTest {

  private static final TermMatcher MATCHER =
      new TermMatcher(
          List.of(
              term("ring"),
              term("descriptor ring", "ring of descriptors"),
              term("DD bit", "DD"),
              term("MSI"),
              term("MSI-X"),
              term("write-back"),
              term("policy"),
              term("sk_buff", "skb"),
              term("Toeplitz hash", "Toeplitz")));

  @ParameterizedTest
  @CsvSource({
    "a ring of eight, ring",
    "Ring of eight, ring",
    "two rings, ring",
    "RING of eight, ''",
    "the ringing, ''",
    "a spring, ''",
    "a descriptor ring, descriptor-ring",
    "Descriptor rings, descriptor-ring",
    "a Descriptor Ring, ring",
    "descriptor rings and a ring, descriptor-ring;ring",
    "a ring of descriptors, descriptor-ring",
    "ring of descriptor, ring",
    "'a descriptor, ring', ring",
    "the DD bit, dd-bit",
    "the DD bits, dd-bit",
    "the dd bit, ''",
    "is DD set, dd-bit",
    "MSI-X vectors, msi-x",
    "MSI vectors, msi",
    "MSI-Y vectors, ''",
    "Write-back and write-backs, write-back;write-back",
    "a write back, ''",
    "two policies, policy",
    "an skb, sk-buff",
    "struct sk_buff is, sk-buff",
    "sk_buff_head is, ''",
    "a Toeplitz hash, toeplitz-hash",
    "the toeplitz hash, ''",
  })
  void finds_whole_words_and_the_longest_term(String text, String expected) {
    assertEquals(expected, names(text));
  }

  @ParameterizedTest
  @CsvSource({
    "net/ring.c, ''",
    "ring.c, ''",
    "ring(9), ''",
    "ring/adapter, ''",
    "the ring., ring",
    "a ring: eight, ring",
    "(ring), ring",
    "ring's, ring",
    "#ring, ''",
  })
  void parts_of_paths_and_pages_of_manuals_are_no_words(String text, String expected) {
    assertEquals(expected, names(text));
  }

  @Test
  void a_term_may_stand_on_two_lines() {
    String text = "the descriptor\n  ring is";
    assertEquals(List.of(new TermMatcher.Hit("descriptor-ring", 4, 21)), MATCHER.find(text));
    assertEquals("descriptor\n  ring", text.substring(4, 21));
  }

  @Test
  void without_terms_there_is_nothing_to_find() {
    assertEquals(List.of(), new TermMatcher(List.of()).find("a ring"));
  }

  /** Ids of the terms in a text. */
  private static String names(String text) {
    return MATCHER.find(text).stream().map(TermMatcher.Hit::term).collect(Collectors.joining(";"));
  }

  private static Term term(String name, String... also) {
    return new Term(
        Term.id(name), name, List.of(also), "What it is.", "", List.of(), "", Place.of("g.yaml"));
  }
}
