package org.ringbook.search.verify;

/**
 * A word or a mark of a C file.
 *
 * @param text an identifier or number, one other character, or a directive such as {@code #define}
 * @param line 1-based
 * @param operand of a directive: the word that follows it, or an empty string
 */
record Token(String text, int line, String operand) {

  boolean is(char mark) {
    return text.length() == 1 && text.charAt(0) == mark;
  }

  boolean isDirective() {
    return text.charAt(0) == '#';
  }

  boolean isWord() {
    return Character.isJavaIdentifierStart(text.charAt(0));
  }
}
