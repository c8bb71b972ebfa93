package org.ringbook.search.apimap;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong while reading goes on; the same finding counts once. */
final class Findings {

  private final SortedSet<Finding> found = new TreeSet<>();

  void add(String code, String file, int line, String title, String hint) {
    found.add(new Finding(code, file, line, title, hint));
  }

  List<Finding> sorted() {
    return List.copyOf(found);
  }
}
