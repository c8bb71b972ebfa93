package org.ringbook.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that hands over whole lines. */
final class LineOutput extends OutputStream {

  /** Where lines go. */
  @FunctionalInterface
  interface Lines {
    /** Takes a line with its line feed. */
    void take(byte[] line) throws IOException;
  }

  private final Lines lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineOutput(Lines lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void write(int value) throws IOException {
    line.write(value);
    if (value == '\n') {
      byte[] whole = line.toByteArray();
      line.reset();
      lines.take(whole);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }
}
