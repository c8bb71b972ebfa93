package org.ringbook.prove;

/** Is told how far the stage has come; may be called from any thread, but never by two at once. */
@FunctionalInterface
public interface ProveProgress {

  /** For builds that nobody watches. */
  ProveProgress SILENT = (_, _, _) -> {};

  /**
   * Some work is done.
   *
   * @param what is being done, such as {@code run}
   * @param done how many of it are finished
   * @param total how many there are
   */
  void at(String what, int done, int total);
}
