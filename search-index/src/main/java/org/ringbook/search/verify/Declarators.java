package org.ringbook.search.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells in one C statement which words it declares, and which it only uses. */
final class Declarators {

  private static final Set<String> NO_TYPE =
      Set.of("return", "else", "goto", "case", "struct", "union", "enum", "sizeof", "do");

  private static final Pattern DECLARING = Pattern.compile("(\\w+_)?(DECLARE|DEFINE)(_\\w+)?");

  private final List<Token> tokens;
  private final Scope scope;
  private final boolean typedef;

  /**
   * @param tokens of the statement with the mark that ends it
   * @param scope around it
   */
  Declarators(List<Token> tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
    this.typedef = tokens.stream().limit(3).anyMatch(token -> token.text().equals("typedef"));
  }

  /** How the statement declares its word at an index, if it does. */
  Optional<Shape> shape(int index) {
    if (scope == Scope.ENUMERATORS) {
      return index == 0 ? Optional.of(Shape.ENUMERATOR) : Optional.empty();
    }
    Optional<Shape> shape =
        switch (depth(index)) {
          case 0 -> plain(index);
          case 1 -> parenthesized(index);
          default -> Optional.empty();
        };
    return shape.map(this::inScope);
  }

  private Shape inScope(Shape shape) {
    if (scope == Scope.MEMBERS) {
      return Shape.MEMBER;
    }
    return typedef ? Shape.TYPEDEF : shape;
  }

  /** {@code type name;}, {@code type name[…]}, {@code type name(…)}, {@code type name : bits}. */
  private Optional<Shape> plain(int index) {
    String next = text(index + 1);
    if (!followsType(index)) {
      return Optional.empty();
    }
    if (next.equals("(")) {
      boolean function = scope == Scope.FILE;
      return function ? Optional.of(Shape.FUNCTION) : Optional.empty();
    }
    boolean ends = Set.of(";", "[", ",", "=", ":").contains(next) || next.startsWith("_");
    return ends ? Optional.of(Shape.VARIABLE) : Optional.empty();
  }

  private boolean followsType(int index) {
    if (index == 0) {
      return false;
    }
    Token before = tokens.get(index - 1);
    boolean word = before.isWord() && !NO_TYPE.contains(before.text());
    boolean macroType = before.is(')') && scope == Scope.MEMBERS;
    return word || macroType || before.is('*') || before.is('}') || (before.is(',') && index > 1);
  }

  /** {@code type (*name)(…)} points to a function; {@code type (name)(…)} is one. */
  private Optional<Shape> parenthesized(int index) {
    if (declaringMacro(index)) {
      return Optional.of(Shape.MADE);
    }
    boolean called = text(index + 1).equals(")") && text(index + 2).equals("(");
    int open = opening(index);
    if (!called || open == 0 || !typeBefore(open)) {
      return Optional.empty();
    }
    boolean pointer = tokens.get(index - 1).is('*');
    return Optional.of(pointer ? Shape.VARIABLE : Shape.FUNCTION);
  }

  /** {@code MALLOC_DECLARE(M_DEVBUF);}, {@code MBUF_DEFINE(mbuf, …);}, {@code DECLARE_WORK(…);}. */
  private boolean declaringMacro(int index) {
    return index > 1
        && tokens.get(index - 1).is('(')
        && DECLARING.matcher(tokens.get(index - 2).text()).matches();
  }

  private boolean typeBefore(int open) {
    Token before = tokens.get(open - 1);
    return before.is('*')
        || before.is('}')
        || (before.isWord() && !NO_TYPE.contains(before.text()));
  }

  private int opening(int index) {
    int open = index;
    while (open > 0 && !tokens.get(open).is('(')) {
      open--;
    }
    return open;
  }

  private int depth(int index) {
    int depth = 0;
    for (int i = 0; i < index; i++) {
      if (tokens.get(i).is('(')) {
        depth++;
      } else if (tokens.get(i).is(')')) {
        depth = Math.max(0, depth - 1);
      }
    }
    return depth;
  }

  private String text(int index) {
    return index < tokens.size() ? tokens.get(index).text() : "";
  }
}
