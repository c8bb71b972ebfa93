package org.ringbook.prove.judge;

/** A judge's record that says something else than a record does. */
final class MalformedRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * At a line of the record.
   *
   * @param line from 1
   */
  MalformedRecordException(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
