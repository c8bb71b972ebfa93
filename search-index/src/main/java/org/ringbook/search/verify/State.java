package org.ringbook.search.verify;

/** What became of a name in a source tree. */
public enum State {
  /** The file that the evidence names declares it. */
  FOUND("found"),
  /** Another file declares it. */
  MOVED("moved"),
  /** No file of the tree declares it. */
  GONE("gone"),
  /** Such a tree cannot tell. */
  NOT_CHECKED("not checked");

  private final String words;

  State(String words) {
    this.words = words;
  }

  /** In the words of a report. */
  public String words() {
    return words;
  }
}
