package org.ringbook.prove;

/** Counts finished tasks for those who watch. */
final class Steps {

  private final ProveProgress progress;
  private final String what;
  private final int total;
  private int done;

  Steps(ProveProgress progress, String what, int total) {
    this.progress = progress;
    this.what = what;
    this.total = total;
    progress.at(what, 0, total);
  }

  /** One more is finished. */
  synchronized void done() {
    done++;
    progress.at(what, done, total);
  }
}
