package org.ringbook.build;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the stages of one build. */
final class Stopwatch {

  /** A stage. */
  @FunctionalInterface
  interface Stage<T, E extends Exception> {
    T run() throws E;
  }

  private final Map<String, Duration> laps = new LinkedHashMap<>();
  private final Progress progress;

  Stopwatch(Progress progress) {
    this.progress = progress;
  }

  <T, E extends Exception> T time(String step, Stage<T, E> stage) throws E {
    progress.at(step);
    long start = System.nanoTime();
    try {
      return stage.run();
    } finally {
      laps.put(step, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  Map<String, Duration> laps() {
    return new LinkedHashMap<>(laps);
  }
}
