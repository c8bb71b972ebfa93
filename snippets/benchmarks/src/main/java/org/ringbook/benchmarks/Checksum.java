package org.ringbook.benchmarks;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ringbook.dataplane.offload.ByteWiseChecksum;
import org.ringbook.dataplane.offload.InternetChecksum;

/** The Internet checksum of a short and of a full-sized packet. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Checksum {
  /** Bytes to sum. */
  @Param({"64", "1500"})
  public int length;

  private MemorySegment data;

  /** Makes the bytes. */
  @Setup
  public void open() {
    data = Sample.counted(2048);
  }

  /** Eight bytes at a time. */
  @Benchmark
  public int words() {
    return InternetChecksum.finish(InternetChecksum.sum(data, 0, length));
  }

  /** Two bytes at a time, as textbooks show it. */
  @Benchmark
  public int pairs() {
    return InternetChecksum.finish(ByteWiseChecksum.sum(data, 0, length));
  }
}
