package org.ringbook.render.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to write a term.
 *
 * <p>A word with a capital is written so everywhere: {@code DD bit} is not {@code dd bit}. One
 * without may begin a sentence. The last word may stand in the plural.
 *
 * @param term id of the term
 * @param words in order
 */
record Spelling(String term, List<String> words) {

  static Spelling of(String term, String spelling) {
    return new Spelling(term, List.of(spelling.strip().split("\\s+", -1)));
  }

  int size() {
    return words.size();
  }

  /** What the first word of a match may be, in small letters. */
  List<String> beginnings() {
    String first = words.getFirst();
    List<String> beginnings = new ArrayList<>(List.of(first.toLowerCase(Locale.ROOT)));
    if (size() == 1) {
      beginnings.add(plural(first).toLowerCase(Locale.ROOT));
    }
    return beginnings;
  }

  /** Whether these words, as many as it has, are this spelling. */
  boolean matches(List<String> text) {
    for (int i = 0; i < size(); i++) {
      String word = words.get(i);
      boolean last = i == size() - 1;
      if (!same(word, text.get(i), i == 0) && !(last && same(plural(word), text.get(i), i == 0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(String word, String text, boolean mayBegin) {
    return word.equals(text) || (mayBegin && isSmall(word) && capital(word).equals(text));
  }

  private static boolean isSmall(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String plural(String word) {
    if (word.matches(".*[^aeiou]y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
  }
}
