package org.ringbook.render.highlight;

/**
 * C as kernels write it: directives, the fixed-width types of three kernel families, attributes.
 */
final class CLexer implements Lexer {

  private static final Quoted STRING = new Quoted("\"", false);
  private static final Quoted CHARACTER = new Quoted("'", false);

  @Override
  public void paint(Scan scan) {
    boolean lineStart = true;
    while (scan.more()) {
      char c = scan.now();
      if (Character.isWhitespace(c)) {
        int end = scan.overBlanks(scan.place());
        lineStart |= scan.text(scan.place(), end).chars().anyMatch(Scan::isBreak);
        scan.plain(end);
      } else if (c == '#' && lineStart) {
        directive(scan);
        lineStart = false;
      } else {
        token(scan, c);
        lineStart = false;
      }
    }
  }

  private static void directive(Scan scan) {
    int name = scan.over(scan.place() + 1, c -> c == ' ' || c == '\t');
    int end = scan.over(name, Scan::isWordPart);
    boolean includes = scan.text(name, end).equals("include");
    scan.paint(Ink.ANNOTATION, end);
    if (includes) {
      scan.plain(scan.over(end, c -> c == ' ' || c == '\t'));
      if (scan.now() == '<') {
        int close = scan.over(scan.place(), c -> c != '>' && !Scan.isBreak(c));
        scan.paint(Ink.STRING, scan.at(close) == '>' ? close + 1 : close);
      }
    }
  }

  private static void token(Scan scan, char c) {
    int here = scan.place();
    if (scan.sees("//")) {
      scan.paint(Ink.COMMENT, scan.lineEnd(here));
    } else if (scan.sees("/*")) {
      scan.paint(Ink.COMMENT, scan.behind("*/", here + 2));
    } else if (c == '"') {
      STRING.paint(scan, 1);
    } else if (c == '\'') {
      CHARACTER.paint(scan, 1);
    } else if (Numeral.starts(scan, here)) {
      scan.paint(Ink.NUMBER, Numeral.end(scan, here));
    } else if (Scan.isWordStart(c)) {
      word(scan);
    } else {
      scan.plain(here + 1);
    }
  }

  private static void word(Scan scan) {
    int end = scan.over(scan.place(), Scan::isWordPart);
    String word = scan.text(scan.place(), end);
    if (Words.C.contains(word)) {
      scan.paint(Ink.KEYWORD, end);
    } else if (isType(word)) {
      scan.paint(Ink.TYPE, end);
    } else {
      scan.plain(end);
    }
  }

  /**
   * {@code uint32_t}; {@code u8} and {@code __le16} of Linux; {@code UINT32} and {@code PVOID} of
   * NDIS.
   */
  static boolean isType(String word) {
    return (word.endsWith("_t") && word.length() > 2)
        || isSized(word.startsWith("__") ? word.substring(2) : word)
        || word.equals("NTSTATUS")
        || word.equals("PVOID");
  }

  private static boolean isSized(String word) {
    int digits = word.length();
    while (digits > 0 && Scan.isDigit(word.charAt(digits - 1))) {
      digits--;
    }
    boolean width =
        switch (word.substring(digits)) {
          case "8", "16", "32", "64" -> true;
          default -> false;
        };
    return width
        && switch (word.substring(0, digits)) {
          case "u", "s", "le", "be", "UINT", "INT", "ULONG" -> true;
          default -> false;
        };
  }
}
