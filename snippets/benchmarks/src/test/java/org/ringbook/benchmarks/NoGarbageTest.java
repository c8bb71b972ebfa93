package org.ringbook.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Each benchmark runs, for a moment, and the data plane allocates nothing. How long it
 * took is no matter here.
 */
final class NoGarbageTest {
  /** JMH's own bookkeeping, spread over the operations of so short a run. */
  private static final double NOISE = 2.0;

  @Test
  void noOperationAllocates() throws RunnerException {
    var options =
        new OptionsBuilder()
            .forks(1)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(200))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(100))
            .addProfiler(GCProfiler.class)
            .jvmArgs(
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    assertEquals(18, results.size());
    for (RunResult result : results) {
      double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      String name = result.getParams().id();
      assertTrue(bytes < NOISE, () -> name + " allocates " + bytes + " bytes an operation");
    }
  }
}
