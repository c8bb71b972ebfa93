package org.ringbook.search.lookup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringbook.search.apimap.Os;

/**
 * What somebody wants to know.
 *
 * @param text any text
 * @param from the system whose names it uses, where that is known
 * @param to the system whose calls are wanted, where it is one only
 */
public record Question(String text, Optional<Os> from, Optional<Os> to) {

  /** Characters that a question may have; the longest name of a kernel has less than 70. */
  public static final int LONGEST = 200;

  private static final int SHORTEST_WITHIN = 2;

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{Alnum}_]+|\\(.*$|[^\\p{Alnum}_]+$", Pattern.DOTALL);
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{Alnum}_.]+");
  private static final Pattern NAME_LIKE =
      Pattern.compile(".*(_|[0-9]|\\p{Lower}\\p{Upper}|\\p{Alnum}\\.\\p{Alnum}).*");

  /** A question about all systems. */
  public static Question of(String text) {
    return new Question(text, Optional.empty(), Optional.empty());
  }

  boolean isTooLong() {
    return text.length() > LONGEST;
  }

  /** The text on one line, without what nobody sees, and cut where it is too long. */
  String plain() {
    String line = UNSEEN.matcher(isTooLong() ? text.substring(0, LONGEST) : text).replaceAll(" ");
    return isTooLong() ? line.strip() + "…" : line.strip();
  }

  /** The whole text as a name: as it is, and without parentheses and what clings to its ends. */
  Stream<String> names() {
    return Stream.of(plain(), bare()).filter(name -> !name.isEmpty()).distinct();
  }

  /** Without an argument list and without punctuation at the ends. */
  String bare() {
    String bare = plain();
    for (String before = ""; !before.equals(bare); ) {
      before = bare;
      bare = EDGES.matcher(bare).replaceAll("");
    }
    return bare;
  }

  /** Words of a longer question that can only be names, such as {@code napi_schedule}. */
  List<String> namesWithin() {
    return words().filter(word -> NAME_LIKE.matcher(word).matches()).toList();
  }

  /** Names that may look like words of a sentence: in capitals, or where there is no other word. */
  List<String> wordsThatMayBeNames() {
    List<String> words = words().toList();
    return words.size() == 1
        ? words
        : words.stream().filter(word -> !word.equals(word.toLowerCase(Locale.ROOT))).toList();
  }

  /** Of two letters and more; a member comes whole, then as its last part. */
  private Stream<String> words() {
    return BETWEEN
        .splitAsStream(plain())
        .map(word -> word.replaceAll("^\\.+|\\.+$", ""))
        .flatMap(word -> Stream.of(word, word.substring(word.lastIndexOf('.') + 1)))
        .filter(word -> word.length() >= SHORTEST_WITHIN)
        .distinct();
  }

  /** Letters and digits alone, in lower case: how two spellings of one name compare. */
  static String squash(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "");
  }
}
