package org.ringbook.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be, for "did you mean" hints. */
public final class NearestName {

  private NearestName() {}

  /** A question that names the nearest known name, or an empty string where none is near. */
  public static String hint(String wanted, Collection<String> known) {
    return of(wanted, known).map(name -> "did you mean " + name + "?").orElse("");
  }

  /**
   * The known name with the fewest edits from the wanted one; of several, the first in alphabet.
   * More than one edit in three characters is no near match.
   */
  public static Optional<String> of(String wanted, Collection<String> known) {
    int most = Math.max(1, wanted.length() / 3);
    return known.stream()
        .map(name -> new Match(name, distance(wanted, name)))
        .filter(match -> match.edits <= most)
        .min(Comparator.comparingInt(Match::edits).thenComparing(Match::name))
        .map(Match::name);
  }

  /**
   * Number of characters to insert, delete, replace or swap with their neighbour to make one name
   * the other, letter case apart (Damerau-Levenshtein, optimal string alignment).
   */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(int[][] edits, String a, String b, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    return swapped(a, b, i, j) ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }

  private record Match(String name, int edits) {}
}
