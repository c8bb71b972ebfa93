package org.ringbook.search.verify;

import java.util.ArrayList;
import java.util.List;

/** Cuts blanked C into tokens; of a preprocessor line only the directive and its word are kept. */
final class CTokens {

  private final String code;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private boolean lineStart = true;

  private CTokens(String code) {
    this.code = code;
  }

  /**
   * @param code that {@link CSource} blanked
   */
  static List<Token> of(String code) {
    CTokens cutter = new CTokens(code);
    while (cutter.at < code.length()) {
      cutter.next();
    }
    return cutter.tokens;
  }

  private void next() {
    char c = code.charAt(at);
    if (c == '\n') {
      line++;
      at++;
      lineStart = true;
    } else if (Character.isWhitespace(c) || c == '\\') {
      at++;
    } else if (c == '#' && lineStart) {
      directive();
    } else {
      lineStart = false;
      tokens.add(new Token(word(), line, ""));
    }
  }

  private void directive() {
    int start = line;
    at++;
    skipBlanks();
    String name = word();
    skipBlanks();
    tokens.add(new Token("#" + name, start, word()));
    skipLogicalLine();
  }

  /** A letter run, or a single mark. */
  private String word() {
    int from = at;
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    if (at == from && at < code.length() && code.charAt(at) != '\n') {
      at++;
    }
    return code.substring(from, at);
  }

  private void skipBlanks() {
    while (at < code.length() && (code.charAt(at) == ' ' || code.charAt(at) == '\t')) {
      at++;
    }
  }

  /** To the end of the line, and of those that it continues on. */
  private void skipLogicalLine() {
    while (at < code.length() && code.charAt(at) != '\n') {
      boolean continued =
          code.charAt(at) == '\\' && at + 1 < code.length() && code.charAt(at + 1) == '\n';
      if (continued) {
        line++;
        at++;
      }
      at++;
    }
  }
}
