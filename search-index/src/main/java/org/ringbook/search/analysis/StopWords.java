package org.ringbook.search.analysis;

import java.util.Set;

/**
 * Words that carry a sentence and no meaning. Only a word that stands alone is one: the {@code if}
 * in {@code if_t} and the {@code no} in {@code no-snoop} stay. {@code can}, {@code up}, {@code off}
 * and {@code all} are absent, because in this trade they are names.
 */
final class StopWords {

  private static final Set<String> WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "but", "by", "do", "does", "for", "from",
          "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "no", "not", "of", "on",
          "or", "s", "t", "that", "the", "their", "then", "there", "these", "they", "this", "to",
          "was", "what", "when", "where", "which", "who", "why", "will", "with", "you");

  private StopWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
