package org.ringbook.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WordsPropertyTest {

  @Property
  void anyTextGivesTermsWithinIt(@ForAll String text) {
    for (Word word : Words.of(text)) {
      for (Token token : word.tokens()) {
        assertTrue(0 <= token.start() && token.start() < token.end());
        assertTrue(token.end() <= text.length());
        assertFalse(token.text().isEmpty());
      }
    }
  }

  @Property
  void partsLieInOrderWithinTheirWord(@ForAll("source") String text) {
    for (Word word : Words.of(text)) {
      int end = word.whole().start();
      for (Token part : word.parts()) {
        assertTrue(part.start() >= end, () -> text + " has overlapping parts");
        end = part.end();
      }
      assertTrue(end <= word.whole().end());
    }
  }

  @Property
  void anUnstemmedTermIsASubstringOfTheLowerCasedText(@ForAll("source") String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Word word : Words.of(text)) {
      assertEquals(lower.substring(word.whole().start(), word.whole().end()), word.folded());
      for (Token token : word.tokens()) {
        assertEquals(
            Stemmer.stem(lower.substring(token.start(), token.end())),
            token.text(),
            () -> text + " at " + token);
      }
    }
  }

  @Property
  void theWholeIdentifierIsAlwaysATerm(@ForAll("identifier") String identifier) {
    List<Word> words = Words.of("call " + identifier + "(x)");
    assertEquals(identifier.toLowerCase(Locale.ROOT), words.get(1).folded());
    assertTrue(words.get(1).tokens().contains(words.get(1).whole()));
  }

  @Property
  void normalizingTwiceChangesNothing(@ForAll("source") String text) {
    String once = Words.normalized(text);
    assertEquals(once, Words.normalized(once));
  }

  @Property
  void aStemIsNeverEmptyAndNeverLonger(@ForAll("identifier") String word) {
    String folded = Letters.fold(word);
    String stem = Stemmer.stem(folded);
    assertFalse(stem.isEmpty());
    assertTrue(stem.length() <= folded.length());
  }

  @Provide
  Arbitrary<String> source() {
    return Arbitraries.strings().withChars("abzABZ019__-.:: ()<>").ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> identifier() {
    Arbitrary<String> first = Arbitraries.strings().withChars("abcxyzABCXYZ").ofLength(1);
    Arbitrary<String> rest = Arbitraries.strings().withChars("abegindsABEZ019_").ofMaxLength(20);
    return first.flatMap(head -> rest.map(tail -> head + tail));
  }
}
