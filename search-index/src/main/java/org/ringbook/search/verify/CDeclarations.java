package org.ringbook.search.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the declarations of wanted names in one C file. */
final class CDeclarations {

  /** A pair of braces that is open, and what stands in it since the last statement ended. */
  private record Frame(Scope scope, List<Token> statement) {

    static Frame of(Scope scope) {
      return new Frame(scope, new ArrayList<>());
    }

    Frame copy() {
      return new Frame(scope, new ArrayList<>(statement));
    }

    /** True between the parentheses of a call or an initializer, where a comma ends nothing. */
    boolean inParentheses() {
      long open = statement.stream().filter(token -> token.is('(')).count();
      return open > statement.stream().filter(token -> token.is(')')).count();
    }
  }

  private final Set<String> wanted;
  private final List<Declared> found = new ArrayList<>();
  private final Deque<List<Frame>> conditions = new ArrayDeque<>();
  private List<Frame> frames = new ArrayList<>(List.of(Frame.of(Scope.FILE)));

  private CDeclarations(Set<String> wanted) {
    this.wanted = wanted;
  }

  /**
   * The declarations of these names, in the order of the file.
   *
   * @param code that {@link CSource} blanked
   */
  static List<Declared> of(String code, Set<String> wanted) {
    CDeclarations search = new CDeclarations(wanted);
    CTokens.of(code).forEach(search::take);
    return search.found;
  }

  private void take(Token token) {
    if (token.isDirective()) {
      directive(token);
      return;
    }
    switch (token.text()) {
      case "{" -> open(token);
      case "}" -> close(token);
      case ";" -> end(token);
      case "," -> comma(token);
      default -> top().statement.add(token);
    }
  }

  /** Both branches of a condition start from the same braces; the last one counts afterwards. */
  private void directive(Token token) {
    switch (token.text()) {
      case "#define" -> add(token.operand(), Shape.MACRO, token.line());
      case "#if", "#ifdef", "#ifndef" -> conditions.push(copy(frames));
      case "#else", "#elif" -> {
        if (!conditions.isEmpty()) {
          frames = copy(conditions.getFirst());
        }
      }
      case "#endif" -> conditions.poll();
      default -> {}
    }
  }

  private void open(Token token) {
    Frame frame = top();
    Scope scope = frame.scope.opening(frame.statement);
    if (scope == Scope.BODY) {
      report(token);
    } else if (scope != Scope.FILE && !frame.statement.isEmpty()) {
      Token tag = frame.statement.getLast();
      add(tag.text(), Shape.TAG, tag.line());
    }
    frames.add(Frame.of(scope));
  }

  /** What follows a type's brace still belongs to its statement; a function's ends it. */
  private void close(Token token) {
    Frame inner = top();
    if (inner.scope == Scope.ENUMERATORS) {
      end(token);
    }
    if (frames.size() == 1) {
      inner.statement.clear();
      return;
    }
    frames.removeLast();
    List<Token> statement = top().statement;
    boolean initializer = statement.stream().anyMatch(before -> before.is('='));
    if (inner.scope == Scope.FILE || (inner.scope == Scope.BODY && !initializer)) {
      statement.clear();
    } else {
      statement.add(token);
    }
  }

  private void comma(Token token) {
    Frame frame = top();
    if (frame.scope == Scope.ENUMERATORS && !frame.inParentheses()) {
      end(token);
    } else {
      frame.statement.add(token);
    }
  }

  private void end(Token token) {
    report(token);
    top().statement.clear();
  }

  private void report(Token end) {
    Frame frame = top();
    if (frame.scope == Scope.BODY || frame.statement.stream().noneMatch(this::isWanted)) {
      return;
    }
    List<Token> tokens = new ArrayList<>(frame.statement);
    tokens.add(end);
    Declarators declarators = new Declarators(tokens, frame.scope);
    for (int i = 0; i < frame.statement.size(); i++) {
      if (isWanted(tokens.get(i))) {
        Token token = tokens.get(i);
        Optional<Shape> shape = declarators.shape(i);
        shape.ifPresent(how -> add(token.text(), how, token.line()));
      }
    }
  }

  private boolean isWanted(Token token) {
    return wanted.contains(token.text());
  }

  private void add(String name, Shape shape, int line) {
    if (wanted.contains(name)) {
      found.add(new Declared(name, shape, line));
    }
  }

  private Frame top() {
    return frames.getLast();
  }

  private static List<Frame> copy(List<Frame> frames) {
    List<Frame> copies = new ArrayList<>();
    frames.forEach(frame -> copies.add(frame.copy()));
    return copies;
  }
}
