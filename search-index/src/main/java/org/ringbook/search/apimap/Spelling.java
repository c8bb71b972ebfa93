package org.ringbook.search.apimap;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.ringbook.search.spelling.EditDistance;

/** Finds the word that a misspelt one was meant to be. */
final class Spelling {

  private Spelling() {}

  /**
   * The closest candidate, if it is close enough to be a slip: at most one edit for each three
   * letters, and never more than four. An edit is a letter added, dropped, changed, or swapped with
   * its neighbour; letter case does not count. Equal distances go to the first in alphabetical
   * order.
   */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    int limit = Math.min(4, Math.max(1, word.length() / 3));
    String folded = fold(word);
    return candidates.stream()
        .map(name -> new Guess(name, EditDistance.atMost(limit, folded, fold(name))))
        .filter(guess -> guess.edits <= limit)
        .min(Comparator.comparingInt(Guess::edits).thenComparing(Guess::word))
        .map(Guess::word);
  }

  /** A ready hint, or the fallback where nothing is near. */
  static String hint(String word, Collection<String> candidates, String fallback) {
    return nearest(word, candidates).map(near -> "did you mean " + near + "?").orElse(fallback);
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private record Guess(String word, int edits) {}
}
