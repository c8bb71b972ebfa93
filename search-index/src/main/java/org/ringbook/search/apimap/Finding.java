package org.ringbook.search.apimap;

import java.util.Comparator;

/**
 * Something wrong in the map's files.
 *
 * @param code stable kebab-case name of the kind, such as {@code api-unknown-key}
 * @param file relative to the map's folder
 * @param line 1-based, or 0 for the file as a whole
 * @param title one sentence without a full stop that names the offending thing
 * @param hint what to do about it, or an empty string
 */
public record Finding(String code, String file, int line, String title, String hint)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::code)
          .thenComparing(Finding::title)
          .thenComparing(Finding::hint);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
