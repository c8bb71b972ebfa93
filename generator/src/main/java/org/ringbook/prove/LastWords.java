package org.ringbook.prove;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Keeps the end of what the JVM itself writes to its error stream. */
final class LastWords implements Runnable {

  private static final int MOST = 4096;

  private final InputStream in;
  private final Thread reader = new Thread(this, "worker-errors");
  private byte[] last = new byte[0];

  private LastWords(InputStream in) {
    this.in = in;
  }

  static LastWords of(InputStream in) {
    LastWords words = new LastWords(in);
    words.reader.setDaemon(true);
    words.reader.start();
    return words;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[MOST];
    try (in) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        append(buffer, read);
      }
    } catch (IOException e) {
      append(new byte[0], 0);
    }
  }

  private synchronized void append(byte[] bytes, int length) {
    byte[] joined = Arrays.copyOf(last, last.length + length);
    System.arraycopy(bytes, 0, joined, last.length, length);
    last = Arrays.copyOfRange(joined, Math.max(0, joined.length - MOST), joined.length);
  }

  /** Once the JVM has ended; waits until all that it wrote is read. */
  String text() {
    try {
      reader.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return new String(last, StandardCharsets.UTF_8);
    }
  }
}
