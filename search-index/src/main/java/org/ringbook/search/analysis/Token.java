package org.ringbook.search.analysis;

/**
 * A term and the place it was found at.
 *
 * @param text the term: folded, and stemmed where it is an English word
 * @param start first UTF-16 code unit in the text
 * @param end one past the last
 */
public record Token(String text, int start, int end) {

  /** Longest term that is indexed or looked up, in UTF-16 code units; longer ones are no words. */
  public static final int LONGEST = 64;

  /** Whether the term is short enough for the index. */
  public boolean isIndexed() {
    return text.length() <= LONGEST;
  }
}
