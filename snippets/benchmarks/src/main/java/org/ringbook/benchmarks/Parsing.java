package org.ringbook.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ringbook.dataplane.frame.FrameParser;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.frame.Verdict;

/** Finds the headers of a tagged TCP segment. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Parsing {
  private static final String HEADERS =
      "020000000002020000000001810000640800"
          + "4500003c0001400040060000"
          + "0a0000010a000002"
          + "04d2005000001000000000015018ffff00000000";

  private final ParsedFrame parsed = new ParsedFrame();
  private MemorySegment frame;
  private int length;

  /** Makes the frame: 78 bytes, 20 of them payload. */
  @Setup
  public void open() {
    byte[] headers = HexFormat.of().parseHex(HEADERS);
    length = 18 + 60;
    frame = Arena.ofAuto().allocate(128);
    MemorySegment.copy(MemorySegment.ofArray(headers), 0, frame, 0, headers.length);
  }

  /** Parses it. */
  @Benchmark
  public long tcp() {
    boolean ok = FrameParser.parse(frame, 0, length, parsed) == Verdict.OK;
    return ok ? parsed.payloadOffset() + parsed.destinationPort() : -1;
  }
}
