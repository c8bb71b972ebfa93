package org.ringbook.search.analysis;

import java.util.Map;

/**
 * Brings the forms of an English word together: {@code queues}, {@code queued} and {@code queueing}
 * become {@code queu}, {@code completion} becomes {@code complet} as {@code complete} does.
 * Deliberately less than Porter's stemmer: seven endings and the irregular verbs of the trade, a
 * page of code in either language. A reader asks about a frame that was <em>sent</em> where the
 * text says how to <em>send</em> it, which no rule about endings joins.
 */
final class Stemmer {

  private static final int SHORTEST = 4;
  private static final int SHORTEST_STEM = 3;

  /** What must remain before a derived noun or adverb is cut; header and supply stay whole. */
  private static final int SHORTEST_ROOT = 5;

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("sent", "send"),
          Map.entry("lost", "lose"),
          Map.entry("loss", "lose"),
          Map.entry("written", "write"),
          Map.entry("wrote", "write"),
          Map.entry("kept", "keep"),
          Map.entry("held", "hold"),
          Map.entry("took", "take"),
          Map.entry("taken", "take"),
          Map.entry("gave", "give"),
          Map.entry("given", "give"),
          Map.entry("built", "build"),
          Map.entry("rang", "ring"),
          Map.entry("chosen", "choose"),
          Map.entry("known", "know"),
          Map.entry("transmission", "transmit"),
          Map.entry("submission", "submit"),
          Map.entry("reception", "receive"));

  private Stemmer() {}

  /** The stem of a folded token; anything but four or more letters a to z comes back as it is. */
  static String stem(String token) {
    if (token.length() < SHORTEST || !token.chars().allMatch(c -> Letters.isLower((char) c))) {
      return token;
    }
    String word = IRREGULAR.getOrDefault(token, token);
    String stem = withoutVerbEnding(root(singular(word)));
    return stem.length() > SHORTEST_STEM ? without(stem, "e") : stem;
  }

  /** Completion and complete, replacement and replace, correctly and correct. */
  private static String root(String word) {
    String root = without(without(word, "ment"), "ly");
    boolean action = word.endsWith("tion") || word.endsWith("sion");
    root = action ? without(word, "ion") : root;
    return root.length() >= SHORTEST_ROOT ? root : word;
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
