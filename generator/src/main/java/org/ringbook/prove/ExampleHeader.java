package org.ringbook.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directives to JBang in an example's file.
 *
 * @param directives in order of their lines
 */
record ExampleHeader(List<Directive> directives) {

  private static final Pattern DIRECTIVE = Pattern.compile("//([A-Z][A-Z_]+)(?:\\s+(.*))?");

  /**
   * One line of the header.
   *
   * @param name such as {@code SOURCES}
   * @param value the rest of the line
   * @param line 1-based
   */
  record Directive(String name, String value, int line) {}

  static ExampleHeader of(List<String> lines) {
    List<Directive> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = DIRECTIVE.matcher(lines.get(i));
      if (matcher.matches()) {
        String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
        found.add(new Directive(matcher.group(1), value, i + 1));
      }
    }
    return new ExampleHeader(List.copyOf(found));
  }

  /** Whether a line speaks to JBang or the shell rather than to the reader. */
  static boolean isHeaderLine(String line) {
    return line.startsWith("///usr/bin/env ") || DIRECTIVE.matcher(line).matches();
  }

  /** The lines with this name. */
  List<Directive> all(String name) {
    return directives.stream().filter(directive -> directive.name().equals(name)).toList();
  }

  /** The value of the first line with this name, or an empty string. */
  String first(String name) {
    return all(name).stream().findFirst().map(Directive::value).orElse("");
  }
}
