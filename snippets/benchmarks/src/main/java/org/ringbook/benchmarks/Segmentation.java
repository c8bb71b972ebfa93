package org.ringbook.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ringbook.dataplane.offload.SegmentPlan;
import org.ringbook.dataplane.offload.SegmentSink;
import org.ringbook.dataplane.offload.Segmenter;

/**
 * Cuts the largest TCP segment over IPv4 into full-sized frames, checksums included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Segmentation {
  private static final String HEADERS =
      "0200000000020200000000010800"
          + "45000000000140004006"
          + "0000"
          + "0a0000010a000002"
          + "04d2005000001000000000015018ffff00000000";

  private static final int HEADER_BYTES = 54;
  private static final int PAYLOAD = 65483;
  private static final int MSS = 1448;

  private final SegmentPlan plan = new SegmentPlan();
  private final Segmenter segmenter = new Segmenter(plan);
  private final SegmentSink sink = this::take;
  private MemorySegment frame;
  private MemorySegment out;
  private long sum;

  /** Makes the frame. */
  @Setup
  public void open() {
    byte[] headers = HexFormat.of().parseHex(HEADERS);
    frame = Arena.ofAuto().allocate(HEADER_BYTES + PAYLOAD, 64);
    out = Arena.ofAuto().allocate(2048, 64);
    MemorySegment.copy(MemorySegment.ofArray(headers), 0, frame, 0, headers.length);
    Sample.fill(frame.asSlice(HEADER_BYTES), 0);
    plan.headers(14, 20, 20, false);
  }

  private void take(MemorySegment buffer, long offset, int length) {
    sum += (buffer.get(ValueLayout.JAVA_BYTE, offset + 50) & 0xffL) << 8;
    sum += buffer.get(ValueLayout.JAVA_BYTE, offset + 51) & 0xff;
  }

  /** All segments of it; the sum of their checksums. */
  @Benchmark
  public long tso() {
    sum = 0;
    segmenter.segment(frame, 0, HEADER_BYTES + PAYLOAD, MSS, out, 0, sink);
    return sum;
  }
}
