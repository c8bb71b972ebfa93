package org.ringbook.search.analysis;

/**
 * Brings the forms of an English word together: {@code queues}, {@code queued} and {@code queueing}
 * become {@code queu}. Deliberately less than Porter's stemmer: four endings, no exceptions, a page
 * of code in either language; what it leaves apart ({@code complete}, {@code completion}) the
 * prefix match on the last word of a query joins again.
 */
final class Stemmer {

  private static final int SHORTEST = 4;
  private static final int SHORTEST_STEM = 3;

  private Stemmer() {}

  /** The stem of a folded token; anything but four or more letters a to z comes back as it is. */
  static String stem(String token) {
    if (token.length() < SHORTEST || !token.chars().allMatch(c -> Letters.isLower((char) c))) {
      return token;
    }
    String stem = withoutVerbEnding(singular(token));
    return stem.length() > SHORTEST_STEM ? without(stem, "e") : stem;
  }

  /**
   * Status, bus, address and analysis are no plurals. Entry and entries meet at y; so do cookie and
   * cookies, and {@code pcie} stays apart from {@code pci}.
   */
  private static String singular(String word) {
    boolean plural = !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    String one = plural ? without(word, "s") : word;
    boolean meetsAtY = one.endsWith("ie") && one.length() >= SHORTEST;
    return meetsAtY ? without(one, "ie") + "y" : one;
  }

  private static String withoutVerbEnding(String word) {
    String base = word.endsWith("eed") ? word : without(without(word, "ing"), "ed");
    boolean ended = base.length() < word.length();
    return ended && isStem(base) ? single(base) : word;
  }

  /** Ring and string end in -ing, but what would remain is no stem. */
  private static boolean isStem(String base) {
    return base.length() >= SHORTEST_STEM && base.chars().anyMatch(c -> "aeiou".indexOf(c) >= 0);
  }

  /** Mapping gives mapp, and so map; but poll, pass and add keep their double letter. */
  private static String single(String base) {
    int last = base.length() - 1;
    boolean doubled = last >= SHORTEST_STEM && base.charAt(last) == base.charAt(last - 1);
    return doubled && "lsz".indexOf(base.charAt(last)) < 0 ? base.substring(0, last) : base;
  }

  private static String without(String word, String ending) {
    return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : word;
  }
}
