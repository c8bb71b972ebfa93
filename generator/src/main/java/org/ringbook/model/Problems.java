package org.ringbook.model;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All problems of one run, collected from every stage, so that an author sees them together.
 *
 * <p>Safe for use by several threads. The same problem reported twice counts once.
 */
public final class Problems {

  private final SortedSet<Problem> found = new TreeSet<>();

  /** Adds one problem. */
  public synchronized void add(Problem problem) {
    found.add(problem);
  }

  /** Adds an error without a detail. */
  public void error(String code, Place place, String title, String hint) {
    add(Problem.error(code, place, title, hint));
  }

  /** Adds all of them. */
  public synchronized void addAll(Collection<Problem> problems) {
    found.addAll(problems);
  }

  /** A snapshot, sorted by place. */
  public synchronized List<Problem> sorted() {
    return List.copyOf(found);
  }

  /** How many of them fail the build. */
  public synchronized int errors() {
    return (int) found.stream().filter(p -> p.severity() == Severity.ERROR).count();
  }
}
