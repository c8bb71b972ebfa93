package org.ringbook.render.highlight;

/** XML and HTML: element names, attributes and their values, entities, comments, CDATA. */
final class XmlLexer implements Lexer {

  private static final int LONGEST_ENTITY = 32;

  @Override
  public void paint(Scan scan) {
    while (scan.more()) {
      int here = scan.place();
      if (scan.sees("<!--")) {
        scan.paint(Ink.COMMENT, scan.behind("-->", here + 4));
      } else if (scan.sees("<![CDATA[")) {
        scan.paint(Ink.STRING, scan.behind("]]>", here + 9));
      } else if (scan.sees("<?")) {
        scan.paint(Ink.ANNOTATION, scan.behind("?>", here + 2));
      } else if (scan.sees("<!")) {
        scan.paint(Ink.ANNOTATION, scan.behind(">", here + 2));
      } else if (scan.now() == '<') {
        tag(scan);
      } else if (scan.now() == '&') {
        entity(scan);
      } else {
        scan.plain(scan.over(here, c -> c != '<' && c != '&'));
      }
    }
  }

  private static void tag(Scan scan) {
    scan.plain(scan.place() + (scan.at(scan.place() + 1) == '/' ? 2 : 1));
    scan.paint(Ink.KEYWORD, scan.over(scan.place(), XmlLexer::isNamePart));
    while (scan.more() && scan.now() != '>' && scan.now() != '<') {
      inTag(scan);
    }
    if (scan.now() == '>') {
      scan.plain(scan.place() + 1);
    }
  }

  private static void inTag(Scan scan) {
    char c = scan.now();
    if (c == '"' || c == '\'') {
      scan.paint(Ink.STRING, scan.behind(String.valueOf(c), scan.place() + 1));
    } else if (isNamePart(c)) {
      scan.paint(Ink.ANNOTATION, scan.over(scan.place(), XmlLexer::isNamePart));
    } else {
      scan.plain(scan.place() + 1);
    }
  }

  private static void entity(Scan scan) {
    int from = scan.place();
    int end = scan.over(from + 1, c -> c == '#' || (c < 128 && Character.isLetterOrDigit(c)));
    if (scan.at(end) == ';' && end > from + 1 && end - from <= LONGEST_ENTITY) {
      scan.paint(Ink.INSERT, end + 1);
    } else {
      scan.plain(from + 1);
    }
  }

  private static boolean isNamePart(int c) {
    return Scan.isWordPart(c) || c == '-' || c == '.' || c == ':';
  }
}
