package org.ringbook.prove.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what one run prints, up to a bound; going over it is reported once and ends the run. */
final class Capture extends OutputStream {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final long most;
  private final Runnable flooded;
  private boolean closed;

  Capture(long most, Runnable flooded) {
    this.most = most;
    this.flooded = flooded;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    if (closed) {
      return;
    }
    if (kept.size() + (long) length > most) {
      closed = true;
      flooded.run();
      return;
    }
    kept.write(bytes, from, length);
  }

  /** Takes no more; a thread that outlives its run prints into nothing. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
