package org.ringbook.render.highlight;

/** YAML, line by line: keys, scalars, block scalars by their indent, anchors, tags, comments. */
final class YamlLexer implements Lexer {

  private static final int NO_BLOCK = -1;

  /** Indent of the line that opened a block scalar. */
  private static final class State {
    int block = NO_BLOCK;
  }

  @Override
  public void paint(Scan scan) {
    State state = new State();
    while (scan.more()) {
      line(scan, state);
      scan.plain(scan.over(scan.place(), Scan::isBreak));
    }
  }

  private static void line(Scan scan, State state) {
    int end = scan.lineEnd(scan.place());
    int text = scan.over(scan.place(), c -> c == ' ' || c == '\t');
    int indent = text - scan.place();
    if (state.block != NO_BLOCK && (indent > state.block || text == end)) {
      scan.plain(text);
      scan.paint(Ink.STRING, end);
      return;
    }
    state.block = NO_BLOCK;
    if (scan.sees("---") || scan.sees("...")) {
      scan.paint(Ink.KEYWORD, scan.place() + 3);
    }
    scan.plain(Math.max(text, scan.place()));
    tokens(scan, end);
    if (opensBlock(scan, end)) {
      state.block = indent;
    }
  }

  private static boolean opensBlock(Scan scan, int end) {
    int last = end - 1;
    while ("+-".indexOf(scan.at(last)) >= 0 || Scan.isDigit(scan.at(last))) {
      last--;
    }
    boolean mark = scan.at(last) == '|' || scan.at(last) == '>';
    return mark && (scan.at(last - 1) == ' ' || Scan.isBreak(scan.at(last - 1)));
  }

  private static void tokens(Scan scan, int end) {
    while (scan.place() < end) {
      char c = scan.now();
      int here = scan.place();
      char before = scan.at(here - 1);
      boolean fresh = here == 0 || Character.isWhitespace(before) || "[{,".indexOf(before) >= 0;
      if (c == '#' && fresh) {
        scan.paint(Ink.COMMENT, end);
      } else if ((c == '"' || c == '\'') && fresh) {
        scalar(scan, quoteEnd(scan, c, end), Ink.STRING);
      } else if ((c == '&' || c == '*') && fresh) {
        scan.paint(Ink.INSERT, wordEnd(scan, end));
      } else if (c == '!' && fresh) {
        scan.paint(Ink.TYPE, wordEnd(scan, end));
      } else if (" \t[]{},".indexOf(c) >= 0
          || (c == '-' && scan.at(here + 1) == ' ')
          || isKeyColon(scan, here)) {
        scan.plain(here + 1);
      } else {
        plainScalar(scan, end);
      }
    }
  }

  private static void plainScalar(Scan scan, int end) {
    int here = scan.place();
    int index = here + 1;
    while (index < end && !endsPlain(scan, index)) {
      index++;
    }
    String word = scan.text(here, index).strip();
    if (Words.LITERALS.contains(word)) {
      scalar(scan, index, Ink.KEYWORD);
    } else if (YamlNumber.is(word)) {
      scalar(scan, index, Ink.NUMBER);
    } else if (isKeyColon(scan, index)) {
      scan.paint(Ink.ANNOTATION, index);
    } else {
      scan.plain(index);
    }
  }

  private static boolean endsPlain(Scan scan, int index) {
    char c = scan.at(index);
    return isKeyColon(scan, index)
        || "[]{},".indexOf(c) >= 0
        || (c == '#' && Character.isWhitespace(scan.at(index - 1)));
  }

  private static void scalar(Scan scan, int end, Ink ink) {
    scan.paint(isKeyColon(scan, end) ? Ink.ANNOTATION : ink, end);
  }

  private static boolean isKeyColon(Scan scan, int index) {
    char next = scan.at(index + 1);
    return scan.at(index) == ':' && (next == Scan.END || Character.isWhitespace(next));
  }

  private static int wordEnd(Scan scan, int end) {
    return Math.min(
        end, scan.over(scan.place(), c -> !Character.isWhitespace(c) && ",]}".indexOf(c) < 0));
  }

  /** An apostrophe inside single quotes is written twice. */
  private static boolean isDoubled(Scan scan, int index) {
    return scan.at(index) == '\'' && scan.at(index + 1) == '\'';
  }

  private static int quoteEnd(Scan scan, char quote, int end) {
    int index = scan.place() + 1;
    while (index < end && (scan.at(index) != quote || isDoubled(scan, index))) {
      boolean pair = quote == '"' ? scan.at(index) == '\\' : isDoubled(scan, index);
      index += pair ? 2 : 1;
    }
    return Math.min(index + 1, end);
  }
}
