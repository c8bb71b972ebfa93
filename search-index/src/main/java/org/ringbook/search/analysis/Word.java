package org.ringbook.search.analysis;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word of prose or a whole identifier, with the terms it is found by.
 *
 * @param folded the word as written, in lower case and without accents
 * @param whole the term for all of it
 * @param segments the terms between {@code -}, {@code .} and {@code ::}, where there are such
 * @param parts the smallest terms; for a plain word only {@code whole} itself
 */
public record Word(String folded, Token whole, List<Token> segments, List<Token> parts) {

  /** All terms, each once: the whole, the segments, the parts. */
  public List<Token> tokens() {
    return Stream.of(List.of(whole), segments, parts).flatMap(List::stream).distinct().toList();
  }

  /** Whether it carries no meaning: a stop word standing alone, never a part of an identifier. */
  public boolean isStopWord() {
    return StopWords.contains(folded);
  }
}
