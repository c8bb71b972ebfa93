package org.ringbook.search.export;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How suggestions are filed: by the first two characters, which is when a reader is first offered
 * any. By one character alone, a list of titles costs as much as all the postings of a query.
 */
final class Starts {

  private static final int LENGTH = 2;

  /** Characters that are in file names as they are; nothing is filed under others. */
  private static final String FILED = "_abcdefghijklmnopqrstuvwxyz0123456789";

  private Starts() {}

  /** What a folded name or word is filed under; nothing if it is shorter, or starts otherwise. */
  static Optional<String> of(String folded) {
    return folded.length() >= LENGTH && isFiled(folded.charAt(0)) && isFiled(folded.charAt(1))
        ? Optional.of(folded.substring(0, LENGTH))
        : Optional.empty();
  }

  /** Which starts there are: groups of a first character and all second ones, with spaces. */
  static String grouped(Collection<String> starts) {
    SortedMap<Character, StringBuilder> groups = new TreeMap<>();
    for (String start : starts) {
      groups
          .computeIfAbsent(start.charAt(0), first -> new StringBuilder().append(first))
          .append(start.charAt(1));
    }
    return String.join(" ", groups.values());
  }

  private static boolean isFiled(char c) {
    return FILED.indexOf(c) >= 0;
  }
}
