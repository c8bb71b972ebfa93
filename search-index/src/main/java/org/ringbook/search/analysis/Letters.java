package org.ringbook.search.analysis;

import java.text.Normalizer;

/**
 * Which UTF-16 code units make words, and how they are folded. Folding replaces one code unit by
 * one, so that places in the folded text are places in the original.
 */
final class Letters {

  private Letters() {}

  static boolean isWord(char c) {
    if (c < 0x80) {
      return isAlphanumeric(c) || c == '_';
    }
    return c == 'µ'
        || (c >= 0xC0 && c < 0x2000 && c != '×' && c != '÷')
        || (c >= 0x2C00 && c < 0x2E00)
        || (c >= 0x3040 && c < 0xD800);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isAlphanumeric(char c) {
    return isDigit(c) || isUpper(c) || isLower(c);
  }

  static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  /** Lower case, without accents; both micro signs become the {@code u} that people type. */
  static char fold(char c) {
    if (c < 0x80) {
      return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
    }
    if (c == 'µ' || c == 'μ') {
      return 'u';
    }
    return isAccentedLatin(c) ? lower(base(c)) : c < 0x530 ? lower(c) : c;
  }

  private static boolean isAccentedLatin(char c) {
    return (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
  }

  private static char base(char c) {
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }
}
