package org.ringbook.porter;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts calls by name: a name before a parenthesis that is neither member nor
 * keyword.
 */
public final class Calls {
  private static final Pattern CALL =
      Pattern.compile("(->\\s*|\\.\\s*)?" + "\\b([A-Za-z_]\\w*)\\s*\\(");
  private static final Set<String> KEYWORDS =
      Set.of("if", "for", "while", "switch", "return", "sizeof", "typeof");

  private Calls() {}

  /**
   * Calls in the body of a function.
   *
   * @return how often each name is called
   */
  public static Map<String, Integer> in(CFunction function) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher matcher = CALL.matcher(function.body());
    while (matcher.find()) {
      if (matcher.group(1) == null && isName(matcher.group(2), function)) {
        counts.merge(matcher.group(2), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * A parameter that is called is a callback, and says nothing of who is behind it.
   */
  private static boolean isName(String name, CFunction caller) {
    Pattern word = Pattern.compile("\\b" + name + "\\b");
    boolean inHead = word.matcher(caller.head()).find();
    boolean parameter = inHead && !name.equals(caller.name());
    return !parameter && !KEYWORDS.contains(name);
  }

  /** Calls in all functions of a file. */
  public static Map<String, Integer> in(CSource source) {
    Map<String, Integer> counts = new TreeMap<>();
    for (CFunction function : source.functions()) {
      in(function).forEach((name, count) -> counts.merge(name, count, Integer::sum));
    }
    return counts;
  }
}
