package org.ringbook.search.lookup;

import java.util.Arrays;

/**
 * How many slips lie between two words: a letter added, dropped or changed, or two neighbours
 * swapped, no letter twice.
 */
final class Edits {

  private Edits() {}

  /** The number of slips, or {@code limit + 1} for more than the limit. */
  static int between(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, column -> column);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = row(a, b, i, last, beforeLast);
      if (Arrays.stream(row).min().orElse(0) > limit) {
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
      int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
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
}
