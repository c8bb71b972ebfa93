package org.ringbook.search.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds a Java type and its methods: how the book's own RTOS adapter is checked. */
final class JavaMethods {

  private static final Set<String> CALLS =
      Set.of("return", "new", "else", "throw", "yield", "assert", "case", "do");
  private static final Set<String> TYPES = Set.of("class", "interface", "record", "enum");

  private JavaMethods() {}

  /**
   * The type and the methods, as {@code Class.method}, that a file declares; a record's components
   * are methods as well.
   *
   * @param type the file's class
   * @param code that {@link CSource} blanked
   */
  static List<Declared> of(String type, String code, Set<String> wanted) {
    List<Declared> found = new ArrayList<>();
    List<Token> tokens = CTokens.of(code);
    int header = header(tokens, type);
    if (wanted.contains(type) && header > 0) {
      found.add(new Declared(type, Shape.TAG, tokens.get(header).line()));
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      String name = type + "." + tokens.get(i).text();
      if (wanted.contains(name) && (declares(tokens, i) || isComponent(tokens, header, i))) {
        found.add(new Declared(name, Shape.MEMBER, tokens.get(i).line()));
      }
    }
    return found;
  }

  /** Index of the type's own name where it is declared, or 0. */
  private static int header(List<Token> tokens, String type) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).text().equals(type) && TYPES.contains(tokens.get(i - 1).text())) {
        return i;
      }
    }
    return 0;
  }

  /** Between the parentheses of a record's header, and the last word of its component. */
  private static boolean isComponent(List<Token> tokens, int header, int index) {
    boolean named = header > 0 && tokens.get(header - 1).text().equals("record");
    boolean last = tokens.get(index + 1).is(',') || tokens.get(index + 1).is(')');
    return named && last && index > header && index < closing(tokens, header + 1);
  }

  /** A type before it, parameters after it, then a body, a throws clause or the end. */
  private static boolean declares(List<Token> tokens, int index) {
    Token before = tokens.get(index - 1);
    boolean type = before.isWord() && !CALLS.contains(before.text());
    if (!(type || before.is('>') || before.is(']')) || !tokens.get(index + 1).is('(')) {
      return false;
    }
    int after = closing(tokens, index + 1) + 1;
    if (after >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(after);
    return next.is('{') || next.is(';') || next.text().equals("throws");
  }

  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is('(')) {
        depth++;
      } else if (tokens.get(i).is(')') && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }
}
