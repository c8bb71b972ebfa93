package org.ringbook.render.highlight;

/** JSON: a string in front of a colon is a key. */
final class JsonLexer implements Lexer {

  private static final Quoted STRING = new Quoted("\"", false);

  @Override
  public void paint(Scan scan) {
    while (scan.more()) {
      char c = scan.now();
      int here = scan.place();
      if (c == '"') {
        string(scan);
      } else if (Scan.isDigit(c) || (c == '-' && Scan.isDigit(scan.at(here + 1)))) {
        scan.paint(Ink.NUMBER, Numeral.end(scan, c == '-' ? here + 1 : here));
      } else if (Scan.isWordStart(c)) {
        word(scan);
      } else {
        scan.plain(here + 1);
      }
    }
  }

  private static void word(Scan scan) {
    int end = scan.over(scan.place(), Scan::isWordPart);
    if (Words.LITERALS.contains(scan.text(scan.place(), end))) {
      scan.paint(Ink.KEYWORD, end);
    } else {
      scan.plain(end);
    }
  }

  private static void string(Scan scan) {
    int close = closing(scan);
    if (scan.at(scan.overBlanks(close)) == ':') {
      scan.paint(Ink.ANNOTATION, close);
    } else {
      STRING.paint(scan, 1);
    }
  }

  private static int closing(Scan scan) {
    int index = scan.place() + 1;
    while (index < scan.end() && scan.at(index) != '"' && !Scan.isBreak(scan.at(index))) {
      index += scan.at(index) == '\\' && !Scan.isBreak(scan.at(index + 1)) ? 2 : 1;
    }
    return Math.min(scan.at(index) == '"' ? index + 1 : index, scan.end());
  }
}
