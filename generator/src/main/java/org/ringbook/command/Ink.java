package org.ringbook.command;

import java.util.Map;

/**
 * How text stands out on a terminal.
 *
 * @param coloured whether it may; piped text has no escape sequences
 */
record Ink(boolean coloured) {

  private static final String PLAIN = "\033[0m";

  /** Colours where a person watches, unless NO_COLOR or a dumb terminal forbids. */
  static Ink here() {
    return new Ink(allows(System.getenv()) && Building.isTerminal());
  }

  /** See no-color.org: any value but the empty one forbids. */
  static boolean allows(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** What to look at first. */
  String strong(String text) {
    return paint("\033[1m", text);
  }

  /** What can be skipped. */
  String faint(String text) {
    return paint("\033[2m", text);
  }

  /** A name to write. */
  String right(String text) {
    return paint("\033[36m", text);
  }

  /** A name not to write, and what bites. */
  String wrong(String text) {
    return paint("\033[31m", text);
  }

  private String paint(String code, String text) {
    return coloured && !text.isEmpty() ? code + text + PLAIN : text;
  }
}
