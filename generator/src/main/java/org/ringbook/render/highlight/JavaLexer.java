package org.ringbook.render.highlight;

/** Java up to 25, with compact source files and module declarations. */
final class JavaLexer implements Lexer {

  private static final Quoted STRING = new Quoted("\"", false);
  private static final Quoted CHARACTER = new Quoted("'", false);
  private static final Quoted TEXT_BLOCK = new Quoted("\"\"\"", true);

  @Override
  public void paint(Scan scan) {
    JavaContext context = new JavaContext(scan);
    while (scan.more()) {
      step(scan, context);
    }
  }

  private static void step(Scan scan, JavaContext context) {
    char c = scan.now();
    if (Character.isWhitespace(c)) {
      scan.plain(scan.overBlanks(scan.place()));
    } else if (scan.sees("//")) {
      scan.paint(Ink.COMMENT, scan.lineEnd(scan.place()));
    } else if (scan.sees("/*")) {
      scan.paint(Ink.COMMENT, scan.behind("*/", scan.place() + 2));
    } else if (scan.sees("\"\"\"")) {
      quoted(scan, context, TEXT_BLOCK, 3);
    } else if (c == '"') {
      quoted(scan, context, STRING, 1);
    } else if (c == '\'') {
      quoted(scan, context, CHARACTER, 1);
    } else if (c == '@') {
      annotation(scan, context);
    } else if (Numeral.starts(scan, scan.place())) {
      scan.paint(Ink.NUMBER, Numeral.end(scan, scan.place()));
      context.passed("0");
    } else if (Scan.isWordStart(c)) {
      word(scan, context);
    } else {
      context.passed(String.valueOf(c));
      scan.plain(scan.place() + 1);
    }
  }

  private static void quoted(Scan scan, JavaContext context, Quoted quoted, int open) {
    quoted.paint(scan, open);
    context.passed("\"");
  }

  private static void annotation(Scan scan, JavaContext context) {
    int nameStart = scan.overBlanks(scan.place() + 1);
    int end = scan.over(nameStart, c -> Scan.isWordPart(c) || c == '.');
    boolean declares = scan.text(nameStart, end).equals("interface");
    if (nameStart == end) {
      scan.plain(scan.place() + 1);
    } else {
      scan.paint(declares ? Ink.KEYWORD : Ink.ANNOTATION, end);
    }
    context.passed(declares ? "interface" : "@");
  }

  private static void word(Scan scan, JavaContext context) {
    int end = scan.over(scan.place(), Scan::isWordPart);
    if (scan.sees("non-sealed")) {
      end = scan.place() + "non-sealed".length();
    }
    String word = scan.text(scan.place(), end);
    if (Words.JAVA.contains(word) || context.isKeyword(word, end)) {
      scan.paint(Ink.KEYWORD, end);
    } else if (isTypeName(word)) {
      scan.paint(Ink.TYPE, end);
    } else {
      scan.plain(end);
    }
    context.passed(word);
  }

  /**
   * Type names have a capital first and, unlike constants, a small letter later; so has {@code T}.
   */
  private static boolean isTypeName(String word) {
    return Character.isUpperCase(word.charAt(0))
        && (word.length() == 1 || word.chars().anyMatch(Character::isLowerCase));
  }
}
