package org.ringbook.search.document;

/** The form in which text is stored: one line, single spaces, only whole characters. */
final class PlainText {

  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  static String of(String raw) {
    var plain = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isSpace(c)) {
        appendSpace(plain);
      } else {
        plain.append(isHalf(raw, i) ? REPLACEMENT : c);
      }
    }
    return plain.toString().strip();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c);
  }

  private static void appendSpace(StringBuilder plain) {
    if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
      plain.append(' ');
    }
  }

  /** UTF-8 cannot carry half a surrogate pair, so the browser would see another text. */
  private static boolean isHalf(String raw, int i) {
    char c = raw.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
    }
    return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1)));
  }
}
