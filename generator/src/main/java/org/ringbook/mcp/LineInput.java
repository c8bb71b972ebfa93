package org.ringbook.mcp;

import java.io.IOException;
import java.io.InputStream;

/** A stream made of lines that somebody supplies, each when it is needed. */
final class LineInput extends InputStream {

  /** Where lines come from. */
  @FunctionalInterface
  interface Lines {
    /** The next line with its line feed, or nothing at the end. */
    byte[] next() throws IOException;
  }

  private final Lines lines;
  private byte[] line = {};
  private int at;
  private boolean ended;

  LineInput(Lines lines) {
    this.lines = lines;
  }

  @Override
  public int read() throws IOException {
    return fill() ? line[at++] & 0xff : -1;
  }

  /** Never more than the rest of a line: waiting for the next would hold this one back. */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (at == line.length && !ended) {
      line = lines.next();
      at = 0;
      ended = line.length == 0;
    }
    return !ended;
  }
}
