package org.ringbook.model;

import java.util.Comparator;

/**
 * Something wrong in the book: where, what, and what to do about it.
 *
 * @param severity whether it fails the build
 * @param code stable kebab-case name of the kind, such as {@code broken-anchor}; the rule id in
 *     SARIF
 * @param place where it stands
 * @param title one sentence without a final full stop that names the offending thing
 * @param hint what to do, or an empty string; "did you mean …" where there is a near match
 * @param detail more lines, such as a compiler message or a diff, or an empty string
 */
public record Problem(
    Severity severity, String code, Place place, String title, String hint, String detail)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::code)
          .thenComparing(Problem::title)
          .thenComparing(Problem::hint)
          .thenComparing(Problem::detail);

  /** An error without a detail. */
  public static Problem error(String code, Place place, String title, String hint) {
    return new Problem(Severity.ERROR, code, place, title, hint, "");
  }

  /** A warning without a detail. */
  public static Problem warning(String code, Place place, String title, String hint) {
    return new Problem(Severity.WARNING, code, place, title, hint, "");
  }

  /** This problem with more lines under it. */
  public Problem withDetail(String lines) {
    return new Problem(severity, code, place, title, hint, lines);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
