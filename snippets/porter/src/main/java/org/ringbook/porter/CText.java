package org.ringbook.porter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a C text: comments, literals and preprocessor lines become spaces, so
 * that offsets and lines stay as they were.
 */
final class CText {
  /** Possessive, so that no length of a macro or literal uses up the stack. */
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "/\\*.*?\\*/" // a comment, over lines as well
              + "|//[^\n]*"
              + "|\"(?:\\\\.|[^\"\\\\\n])*+\""
              + "|'(?:\\\\.|[^'\\\\\n])*+'"
              + "|^[ \t]*#(?:\\\\\r?\n|/\\*.*?\\*/|[^\n])*+",
          Pattern.DOTALL | Pattern.MULTILINE);

  private CText() {}

  /** The same number of characters, of which only code is left. */
  static String code(String text) {
    Matcher matcher = NOT_CODE.matcher(text);
    StringBuilder code = new StringBuilder(text);
    while (matcher.find()) {
      blank(code, matcher.start(), matcher.end());
    }
    return code.toString();
  }

  private static void blank(StringBuilder code, int from, int to) {
    for (int at = from; at < to; at++) {
      if (code.charAt(at) != '\n') {
        code.setCharAt(at, ' ');
      }
    }
  }

  /** Line of an offset, the first being 1. */
  static int line(String text, int offset) {
    return 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
  }
}
