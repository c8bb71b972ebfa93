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
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.offload.Toeplitz;
import org.ringbook.dataplane.offload.ToeplitzTable;

/** The RSS hash over the addresses and ports of IPv4 (12 bytes) and of IPv6 (36). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ToeplitzHash {
  /** Bytes to hash. */
  @Param({"12", "36"})
  public int length;

  private final RssKey key = RssKey.microsoft();
  private final ToeplitzTable table = new ToeplitzTable(key);
  private MemorySegment data;

  /** Makes the bytes. */
  @Setup
  public void open() {
    data = Sample.counted(36);
  }

  /** A look-up for each byte. */
  @Benchmark
  public int table() {
    return table.hash(data, 0, length);
  }

  /** Bit by bit, as the definition says. */
  @Benchmark
  public int bits() {
    return Toeplitz.hash(key, data, 0, length);
  }
}
