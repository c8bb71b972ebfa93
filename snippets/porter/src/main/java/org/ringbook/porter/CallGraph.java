package org.ringbook.porter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may call whom in a driver. Naming a function counts as calling it, so that
 * one handed over as a callback is found too; a call through a member goes to all
 * that were stored under its name.
 */
public final class CallGraph {
  private static final Pattern WORD =
      Pattern.compile("(->|\\.)?\\s*\\b([A-Za-z_]\\w*)\\b\\s*(\\()?");

  private final Map<String, List<CFunction>> byName = new HashMap<>();
  private final Assignments stored;

  /** The graph of all functions of some files. */
  public CallGraph(List<CSource> sources) {
    for (CSource source : sources) {
      for (CFunction function : source.functions()) {
        named(function.name()).add(function);
      }
    }
    stored = new Assignments(sources, byName.keySet());
  }

  private List<CFunction> named(String name) {
    return byName.computeIfAbsent(name, none -> new ArrayList<>());
  }

  /** Names of all functions. */
  Set<String> defined() {
    return byName.keySet();
  }

  /** Function names behind an expression: its own, or those stored under it. */
  Set<String> behind(String expression) {
    String last = expression.replaceAll("^.*[.>&\\s]", "");
    return byName.containsKey(last) ? Set.of(last) : stored.of(last);
  }

  // tag::reach[]
  /**
   * All functions that can be reached, those included that one starts from.
   *
   * @param entries names of functions; unknown ones lead nowhere
   */
  public Set<CFunction> reach(Collection<String> entries) {
    Set<CFunction> reached = new LinkedHashSet<>();
    Deque<CFunction> open = new ArrayDeque<>();
    entries.forEach(name -> open.addAll(byName.getOrDefault(name, List.of())));
    while (!open.isEmpty()) {
      CFunction function = open.remove();
      if (reached.add(function)) {
        open.addAll(callees(function));
      }
    }
    return reached;
  }

  private List<CFunction> callees(CFunction caller) {
    List<CFunction> found = new ArrayList<>();
    Matcher word = WORD.matcher(caller.body());
    while (word.find()) {
      boolean member = word.group(1) != null;
      if (!member) {
        found.addAll(visible(caller.file(), word.group(2)));
      } else if (word.group(3) != null) {
        stored.of(word.group(2)).forEach(name -> found.addAll(visible("", name)));
      }
    }
    return found;
  }

  // end::reach[]

  /** A file's own function hides those of the same name in others. */
  private List<CFunction> visible(String file, String name) {
    List<CFunction> all = byName.getOrDefault(name, List.of());
    List<CFunction> own = all.stream().filter(f -> f.file().equals(file)).toList();
    return own.isEmpty() ? all : own;
  }
}
