package org.ringbook.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLockingTest {

  @Test
  void one_thread_at_a_time_holds_the_file(@TempDir Path folder) throws Exception {
    var inside = new AtomicInteger();
    Callable<Integer> turn =
        () -> {
          try (FileLocking _ = FileLocking.hold(folder.resolve("deep/lock"))) {
            int others = inside.getAndIncrement();
            Thread.onSpinWait();
            inside.decrementAndGet();
            return others;
          }
        };
    List<Callable<Integer>> turns = IntStream.range(0, 40).mapToObj(_ -> turn).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(turns)) {
        assertEquals(0, done.get());
      }
    }
  }
}
