package org.ringbook.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a driver in C, as far as its stubs need it: functions that start in the first column,
 * and marks {@code DP_PORTING_EXCEPTION(feature, reason)}, in a function's body or before it.
 *
 * @param path to tell it by
 * @param text with blanks for comments, so that places stay
 */
record DriverSource(Path path, String text) {
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern NOT_END = Pattern.compile("[^\\n]");
  private static final Pattern FUNCTION =
      Pattern.compile("(?ms)^\\w[^;{}=#\"]*?\\b(\\w+)\\([^;{}]*?\\)\\s*\\n\\{(.*?)\\n\\}");
  private static final Pattern MARK =
      Pattern.compile(
          "(?m)^(?!\\s*#).*?\\bDP_PORTING_EXCEPTION\\(\\s*\"([^\"]*)\",\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern RETURN = Pattern.compile("\\breturn\\s+([^;]*);");

  /**
   * A function.
   *
   * @param start of its definition in the text
   * @param bodyStart of what stands between its braces
   */
  record Function(String name, int start, int bodyStart, String body) {
    int end() {
      return bodyStart + body.length();
    }

    /** What its returns give, in their order, from a place of the text on. */
    List<String> returns(int from) {
      String rest = body.substring(Math.max(0, from - bodyStart));
      return RETURN.matcher(rest).results().map(found -> bare(found.group(1))).toList();
    }

    private static String bare(String value) {
      String text = value.strip();
      return text.startsWith("(") && text.endsWith(")")
          ? text.substring(1, text.length() - 1).strip()
          : text;
    }
  }

  /** A mark, at a place of the text. */
  record Mark(String feature, String reason, int place) {}

  static DriverSource read(Path file) throws IOException {
    return new DriverSource(file, withoutComments(Files.readString(file)));
  }

  private static String withoutComments(String text) {
    return COMMENT
        .matcher(text)
        .replaceAll(found -> NOT_END.matcher(found.group()).replaceAll(" "));
  }

  List<Function> functions() {
    List<Function> functions = new ArrayList<>();
    Matcher found = FUNCTION.matcher(text);
    while (found.find()) {
      functions.add(new Function(found.group(1), found.start(), found.start(2), found.group(2)));
    }
    return functions;
  }

  List<Mark> marks() {
    return MARK.matcher(text).results().map(DriverSource::mark).toList();
  }

  private static Mark mark(MatchResult found) {
    return new Mark(found.group(1), found.group(2), found.start(1));
  }

  /** The function that a mark speaks of: around it, or the next one. */
  Optional<Function> functionOf(Mark mark) {
    return functions().stream().filter(function -> function.end() > mark.place()).findFirst();
  }

  /** Line of a place of the text, from 1 on. */
  long lineOf(int place) {
    return text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
  }
}
