package org.ringbook.porter;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A C file as a list of functions. A brace that opens at the top level behind
 * parentheses, and not behind an equals sign, opens a function: so much of C's
 * grammar is enough for kernel code, which does not use the old style of
 * parameters.
 *
 * @param file its name, by which functions are told apart
 * @param lines of the text
 * @param code the text without comments, literals and preprocessor lines
 * @param functions in the order of the file
 * @param macros names of its macros that take arguments
 */
public record CSource(
    String file,
    int lines,
    String code, // as long as the text
    List<CFunction> functions,
    Set<String> macros) {
  private static final Pattern NAME = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*\\(");
  private static final Pattern MACRO =
      Pattern.compile("^[ \\t]*#[ \\t]*define[ \\t]+(\\w+)\\(", Pattern.MULTILINE);
  private static final Set<String> NO_NAMES =
      Set.of("__attribute__", "__printf", "__aligned", "__section", "__acquires");

  /** Reads a file's text. */
  public static CSource of(String file, String text) {
    String code = CText.code(text);
    int lines = (int) text.lines().count();
    return new CSource(file, lines, code, functions(file, code), macros(text));
  }

  private static Set<String> macros(String text) {
    return MACRO.matcher(text).results().map(m -> m.group(1)).collect(toSet());
  }

  private static List<CFunction> functions(String file, String code) {
    List<CFunction> found = new ArrayList<>();
    int start = 0; // of the declaration that is being read
    for (int at = 0; at < code.length(); at++) {
      char c = code.charAt(at);
      if (c == '{') {
        int end = close(code, at);
        String head = code.substring(start, at);
        String name = name(head);
        if (name != null) {
          String body = code.substring(at + 1, end);
          found.add(new CFunction(file, name, CText.line(code, at), head, body));
        }
        at = end;
        start = name == null ? start : at + 1;
      } else if (c == ';') {
        start = at + 1;
      }
    }
    return List.copyOf(found);
  }

  /** Where the brace that opens here is closed. */
  private static int close(String code, int open) {
    int depth = 0;
    for (int at = open; at < code.length(); at++) {
      char c = code.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return code.length();
  }

  /**
   * The name that a declaration gives to a function, or null if it declares none.
   */
  private static String name(String declaration) {
    if (declaration.contains("=") || declaration.indexOf(')') < 0) {
      return null;
    }
    Matcher matcher = NAME.matcher(declaration);
    while (matcher.find()) {
      if (!NO_NAMES.contains(matcher.group(1))) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
