package org.ringbook.search.spelling;

import java.util.Arrays;

/**
 * How many insertions, deletions, replacements and swaps of neighbours lead from one word to the
 * other, no letter touched twice (optimal string alignment). Swaps count one, because {@code
 * recieve} and {@code singel} are how people mistype. Letter case counts: who wants it not to
 * passes folded words.
 */
public final class EditDistance {

  private EditDistance() {}

  /** The distance, or {@code limit + 1} as soon as it is known to be more than {@code limit}. */
  public static int atMost(int limit, String a, String b) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, column -> column);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = row(a, b, i, last, beforeLast);
      if (smallest(row) > limit) {
        return limit + 1;
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(last[b.length()], limit + 1);
  }

  private static int[] row(String a, String b, int i, int[] last, int[] beforeLast) {
    int[] row = new int[b.length() + 1];
    row[0] = i;
    for (int j = 1; j <= b.length(); j++) {
      int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
      if (isSwap(a, b, i, j)) {
        row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
      }
    }
    return row;
  }

  private static boolean isSwap(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }

  private static int smallest(int[] row) {
    int least = row[0];
    for (int value : row) {
      least = Math.min(least, value);
    }
    return least;
  }
}
