package org.ringbook.search.apimap;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

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
    String folded = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
        .map(candidate -> new Guess(candidate, distance(folded, candidate)))
        .filter(guess -> guess.edits <= limit)
        .min(Comparator.comparingInt(Guess::edits).thenComparing(Guess::word))
        .map(Guess::word);
  }

  /** A ready hint, or the fallback where nothing is near. */
  static String hint(String word, Collection<String> candidates, String fallback) {
    return nearest(word, candidates).map(near -> "did you mean " + near + "?").orElse(fallback);
  }

  private record Guess(String word, int edits) {}

  private static int distance(String folded, String candidate) {
    String other = candidate.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= folded.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = folded.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
        if (swapped(folded, i, other, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
