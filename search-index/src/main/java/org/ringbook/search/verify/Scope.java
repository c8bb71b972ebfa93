package org.ringbook.search.verify;

import java.util.List;
import java.util.Set;

/** What a pair of braces holds. */
enum Scope {
  /** The file itself, and {@code extern "C"}: functions, types and objects are declared. */
  FILE,
  /** A structure or union: members are declared. */
  MEMBERS,
  /** An enumeration: its constants are declared. */
  ENUMERATORS,
  /** A function or an initializer: nothing that anybody outside can use. */
  BODY;

  private static final Set<String> TAGGED = Set.of("struct", "union", "enum");

  /**
   * The scope that a brace opens.
   *
   * @param statement the tokens before it, since the last statement ended
   */
  Scope opening(List<Token> statement) {
    if (this == BODY || this == ENUMERATORS) {
      return BODY;
    }
    for (int i = statement.size() - 1; i >= 0; i--) {
      switch (statement.get(i).text()) {
        case "struct", "union" -> {
          return MEMBERS;
        }
        case "enum" -> {
          return ENUMERATORS;
        }
        case "=" -> {
          return BODY;
        }
        case ")" -> i = beforeAttribute(statement, i);
        default -> {}
      }
    }
    return statement.size() == 1 && statement.getFirst().text().equals("extern") ? FILE : BODY;
  }

  /**
   * Steps over {@code __attribute__((packed))} after the word struct; other parentheses are those
   * of a function, and nothing before them matters.
   */
  private static int beforeAttribute(List<Token> statement, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      if (statement.get(i).is(')')) {
        depth++;
      } else if (statement.get(i).is('(') && --depth == 0) {
        boolean tagged = i > 1 && TAGGED.contains(statement.get(i - 2).text());
        return tagged ? i - 1 : 0;
      }
    }
    return 0;
  }
}
