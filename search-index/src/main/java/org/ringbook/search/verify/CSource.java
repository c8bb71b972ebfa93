package org.ringbook.search.verify;

/** Blanks what is no code: comments and literals become spaces, every line stays where it is. */
final class CSource {

  private final char[] text;
  private int at;

  private CSource(String text) {
    this.text = text.toCharArray();
  }

  /** C or Java with its comments, strings and characters blanked. */
  static String code(String text) {
    CSource source = new CSource(text);
    source.run();
    return new String(source.text);
  }

  private void run() {
    while (at < text.length) {
      switch (text[at]) {
        case '/' -> slash();
        case '"' -> string();
        case '\'' -> apostrophe();
        default -> at++;
      }
    }
  }

  private void slash() {
    if (ahead("/*")) {
      blankThrough("*/");
    } else if (ahead("//")) {
      blankLine();
    } else {
      at++;
    }
  }

  private void string() {
    if (ahead("\"\"\"")) {
      blankThrough("\"\"\"");
    } else {
      literal('"');
    }
  }

  /** In a number such as {@code 1'000} of newer C it separates digits and opens nothing. */
  private void apostrophe() {
    if (at > 0 && Character.isDigit(text[at - 1])) {
      at++;
    } else {
      literal('\'');
    }
  }

  /** A literal ends with its line at the latest: assembly and prose hold lone apostrophes. */
  private void literal(char quote) {
    text[at++] = ' ';
    while (at < text.length && text[at] != quote && text[at] != '\n') {
      boolean escape = text[at] == '\\';
      blank();
      if (escape && at < text.length) {
        blank();
      }
    }
    if (at < text.length && text[at] == quote) {
      blank();
    }
  }

  private void blankThrough(String end) {
    blank();
    blank();
    while (at < text.length && !ahead(end)) {
      blank();
    }
    for (int i = 0; i < end.length() && at < text.length; i++) {
      blank();
    }
  }

  private void blankLine() {
    while (at < text.length && text[at] != '\n') {
      boolean continued = text[at] == '\\' && at + 1 < text.length && text[at + 1] == '\n';
      blank();
      if (continued) {
        at++;
      }
    }
  }

  private void blank() {
    if (text[at] != '\n') {
      text[at] = ' ';
    }
    at++;
  }

  private boolean ahead(String word) {
    if (at + word.length() > text.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
