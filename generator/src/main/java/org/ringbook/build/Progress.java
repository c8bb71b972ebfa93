package org.ringbook.build;

/** Told what a build is doing, for people who wait. Safe for several threads. */
@FunctionalInterface
public interface Progress {

  /** Nobody waits. */
  Progress SILENT = step -> {};

  /**
   * A step begins.
   *
   * @param step such as {@code reading chapters} or {@code running examples 12/40}
   */
  void at(String step);
}
