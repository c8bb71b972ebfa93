package org.ringbook.benchmarks;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/** One thread hands objects to another through a queue of a library. */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueHandOver {
  private static final Integer ITEM = 4711;

  /** Whose queue. */
  @Param({"jctools", "agrona"})
  public String library;

  private Queue<Integer> queue;

  /** Makes a queue as large as the ring. */
  @Setup
  public void open() {
    queue =
        library.equals("jctools")
            ? new SpscArrayQueue<>(RingHandOver.RING)
            : new OneToOneConcurrentArrayQueue<>(RingHandOver.RING);
  }

  /** Puts one in. */
  @Benchmark
  @Group("queue")
  public void put(Control control) {
    while (!queue.offer(ITEM) && !control.stopMeasurement) {
      Thread.onSpinWait();
    }
  }

  /** Takes one out. */
  @Benchmark
  @Group("queue")
  public Integer take(Control control) {
    Integer taken = queue.poll();
    while (taken == null && !control.stopMeasurement) {
      Thread.onSpinWait();
      taken = queue.poll();
    }
    return taken;
  }
}
