package org.ringbook.porter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which functions are stored under which name: in a table ({@code .take = take}),
 * in a member ({@code vsi->irq_handler = i40e_msix_clean_rings}) or in a variable.
 * A call through that name may end in any of them, whichever structure it is a
 * member of.
 */
final class Assignments {
  private static final Pattern STORED =
      Pattern.compile("\\b(\\w+)\\s*=\\s*&?\\s*([A-Za-z_]\\w*)\\s*[,;}]");
  private static final Pattern CHOSEN =
      Pattern.compile("\\b(\\w+)\\s*=[^;,={}]*\\?\\s*(\\w+)\\s*:\\s*(\\w+)\\s*[,;]");

  private final Map<String, Set<String>> functions = new TreeMap<>();

  Assignments(List<CSource> sources, Set<String> defined) {
    for (CSource source : sources) {
      collect(STORED.matcher(source.code()), defined);
      collect(CHOSEN.matcher(source.code()), defined);
    }
  }

  private void collect(Matcher matcher, Set<String> defined) {
    while (matcher.find()) {
      for (int group = 2; group <= matcher.groupCount(); group++) {
        if (defined.contains(matcher.group(group))) {
          under(matcher.group(1)).add(matcher.group(group));
        }
      }
    }
  }

  private Set<String> under(String name) {
    return functions.computeIfAbsent(name, none -> new TreeSet<>());
  }

  /** Names of the functions that were stored under a name; none is an empty set. */
  Set<String> of(String name) {
    return functions.getOrDefault(name, Set.of());
  }
}
