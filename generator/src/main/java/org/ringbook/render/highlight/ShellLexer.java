package org.ringbook.render.highlight;

/** Shell scripts: comments, quotes, variables, options, reserved words in command position. */
final class ShellLexer implements Lexer {

  @Override
  public void paint(Scan scan) {
    boolean wordStart = true;
    boolean command = true;
    while (scan.more()) {
      char c = scan.now();
      if (Character.isWhitespace(c)) {
        command |= Scan.isBreak(c);
        scan.plain(scan.place() + 1);
        wordStart = true;
      } else if (wordStart && c == '#') {
        scan.paint(Ink.COMMENT, scan.lineEnd(scan.place()));
      } else if (";|&(){}".indexOf(c) >= 0) {
        scan.plain(scan.place() + 1);
        command = true;
        wordStart = true;
      } else {
        command = piece(scan, wordStart, command);
        wordStart = false;
      }
    }
  }

  /** Paints a piece of a word; answers whether a reserved word may follow. */
  private static boolean piece(Scan scan, boolean wordStart, boolean command) {
    char c = scan.now();
    int here = scan.place();
    if (c == '\'') {
      scan.paint(Ink.STRING, scan.behind("'", here + 1));
    } else if (c == '"') {
      doubleQuoted(scan);
    } else if (c == '$') {
      variable(scan);
    } else if (c == '\\') {
      scan.plain(here + (Character.isHighSurrogate(scan.at(here + 1)) ? 1 : 2));
    } else if (wordStart && c == '-') {
      scan.paint(Ink.ANNOTATION, scan.over(here, ShellLexer::isOptionPart));
    } else if (Scan.isWordStart(c)) {
      return word(scan, wordStart && command);
    } else {
      scan.plain(here + 1);
    }
    return false;
  }

  private static boolean word(Scan scan, boolean mayBeReserved) {
    int end = scan.over(scan.place(), c -> (Scan.isWordPart(c) && c != '$') || c == '-');
    boolean reserved =
        mayBeReserved && Words.SHELL.contains(scan.text(scan.place(), end)) && endsWord(scan, end);
    if (reserved) {
      scan.paint(Ink.KEYWORD, end);
    } else {
      scan.plain(end);
    }
    return reserved;
  }

  private static boolean endsWord(Scan scan, int end) {
    char c = scan.at(end);
    return c == Scan.END || Character.isWhitespace(c) || ";|&()".indexOf(c) >= 0;
  }

  private static void doubleQuoted(Scan scan) {
    int index = scan.place() + 1;
    while (index < scan.end() && scan.at(index) != '"') {
      if (scan.at(index) == '$') {
        scan.paint(Ink.STRING, index);
        variable(scan);
        index = scan.place();
      } else {
        index += scan.at(index) == '\\' ? 2 : 1;
      }
    }
    scan.paint(Ink.STRING, index + 1);
  }

  /** {@code $name}, {@code ${name…}}, {@code $1}, {@code $?}; a lone dollar stays plain. */
  private static void variable(Scan scan) {
    int name = scan.place() + 1;
    char c = scan.at(name);
    if (c == '{') {
      int close = scan.over(name, x -> x != '}' && !Scan.isBreak(x));
      scan.paint(Ink.INSERT, scan.at(close) == '}' ? close + 1 : close);
    } else if (Scan.isWordStart(c) && c != '$') {
      scan.paint(Ink.INSERT, scan.over(name, x -> Scan.isWordPart(x) && x != '$'));
    } else if (Scan.isDigit(c) || "?#@*!$-".indexOf(c) >= 0) {
      scan.paint(Ink.INSERT, name + 1);
    } else {
      scan.plain(name);
    }
  }

  private static boolean isOptionPart(int c) {
    return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
