package org.ringbook.render.highlight;

/**
 * Decides whether a contextual keyword is one where it stands, from the token before and after it.
 *
 * <p>{@code record} is a keyword in {@code record Slot(int index)} and a name in {@code
 * record.size()}.
 */
final class JavaContext {

  private final Scan scan;
  private String before = "";
  private boolean inModule;

  JavaContext(Scan scan) {
    this.scan = scan;
  }

  /** Remembers the token just painted. */
  void passed(String token) {
    before = token;
  }

  /** Whether a word that isn't reserved is a keyword here; {@code end} is the place behind it. */
  boolean isKeyword(String word, int end) {
    if (before.equals(".")) {
      return false;
    }
    int next = scan.overBlanks(end);
    return switch (word) {
      case "var" -> Scan.isWordStart(scan.at(next));
      case "record" -> declaresRecord(next);
      case "sealed", "non-sealed", "permits" -> Scan.isWordStart(scan.at(next)) && next > end;
      case "yield" -> yields(end, next);
      case "when" -> guards(next);
      case "open" -> scan.sees("module", next) && startsStatement();
      case "module" -> opensModule(end, next);
      default -> inModule && Words.JAVA_MODULE.contains(word) && directs(word);
    };
  }

  private boolean declaresRecord(int next) {
    if (!Scan.isWordStart(scan.at(next))) {
      return false;
    }
    int behindName = scan.overBlanks(scan.over(next, Scan::isWordPart));
    return scan.at(behindName) == '(' || scan.at(behindName) == '<';
  }

  private boolean yields(int end, int next) {
    boolean used = "=.,;:)]}?+*/&|^%>".indexOf(scan.at(next)) >= 0;
    boolean called = scan.at(end) == '(';
    return !used && !called && !isWord(before) && scan.at(next) != Scan.END;
  }

  private boolean guards(int next) {
    char c = scan.at(next);
    boolean condition = Scan.isWordStart(c) || Scan.isDigit(c) || "(!\"'-".indexOf(c) >= 0;
    return condition && (before.equals(")") || isWord(before));
  }

  private boolean opensModule(int end, int next) {
    if (next == end || !Scan.isWordStart(scan.at(next))) {
      return false;
    }
    int behindName = scan.over(next, c -> Scan.isWordPart(c) || c == '.');
    inModule = scan.at(scan.overBlanks(behindName)) == '{';
    return inModule;
  }

  private boolean directs(String word) {
    return switch (word) {
      case "to", "with" -> isWord(before);
      case "transitive" -> before.equals("requires") || before.equals("static");
      default -> startsStatement();
    };
  }

  private boolean startsStatement() {
    return before.isEmpty() || "{};@".contains(before) || isWord(before);
  }

  private static boolean isWord(String token) {
    return !token.isEmpty() && Scan.isWordStart(token.charAt(0));
  }
}
