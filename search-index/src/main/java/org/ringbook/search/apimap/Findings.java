package org.ringbook.search.apimap;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong while reading goes on; the same finding counts once. */
final class Findings {

  private static final Set<String> UNREAD =
      Set.of("api-malformed-yaml", "api-unreadable-file", "api-missing-file");

  private final SortedSet<Finding> found = new TreeSet<>();

  void add(String code, String file, int line, String title, String hint) {
    found.add(new Finding(code, file, line, title, hint));
  }

  /** True if a whole file is missing from what was read, so that counting uses would mislead. */
  boolean somethingWasNotRead() {
    return found.stream().anyMatch(finding -> UNREAD.contains(finding.code()));
  }

  List<Finding> sorted() {
    return List.copyOf(found);
  }
}
