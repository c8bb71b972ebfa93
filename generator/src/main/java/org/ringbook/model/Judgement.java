package org.ringbook.model;

import java.util.List;

/**
 * What a {@link Judge} says of the file that a listing comes from.
 *
 * @param judge who says it
 * @param passes programs that contain the file and passed; none if the file is not proven
 * @param missing what was lacking, such as tools, so that nothing was judged
 */
public record Judgement(Judge judge, List<Pass> passes, List<String> missing) {

  public Judgement {
    passes = List.copyOf(passes);
    missing = List.copyOf(missing);
  }

  /**
   * A program that was built from a file, among others, and ran.
   *
   * @param program its name
   * @param compiler with its version; empty for a file that is no source
   * @param flags of the compiler, with a space between two
   * @param on what it ran on
   * @param tests all of which passed, at least 1
   * @param bugs that were planted in it
   */
  public record Pass(
      String program, String compiler, String flags, String on, int tests, Bugs bugs) {}

  /**
   * Faults that were planted to see whether anybody notices.
   *
   * @param group they belong to, as the judge's table names it; empty where there are none
   * @param caught how many were noticed
   * @param planted how many there are
   */
  public record Bugs(String group, int caught, int planted) {

    /** Nothing was planted. */
    public static final Bugs NONE = new Bugs("", 0, 0);
  }
}
