package org.ringbook.adapters.conformance;

import static org.ringbook.adapters.conformance.OnBench.assertFrames;
import static org.ringbook.adapters.conformance.OnBench.bytes;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More frames wait than one poll may take, and no further interrupt will come. */
class BudgetTest {
  private static final long MEMORY = 48L << 20;

  /** More descriptors than any host's budget, which is 64 at most. */
  private static final int RING = 256;

  @ParameterizedTest
  @EnumSource(KnownHost.class)
  void aBurstLongerThanTheBudgetIsPolledToItsEnd(KnownHost host) {
    List<byte[]> frames = Frames.numbered(0, 200);
    try (Bench bench = new Bench(DeviceKind.I8254X, host.factory(), MEMORY, RING)) {
      frames.forEach(bench::fromFarEnd);
      bench.settle();
      assertFrames(frames, bytes(bench.host().received()));
    }
  }

  /** Exactly the budget: the poll that took it cannot know that it was all. */
  @ParameterizedTest
  @EnumSource(KnownHost.class)
  void afterExactlyABudgetTheNextFrameStillInterrupts(KnownHost host) {
    List<byte[]> frames = Frames.numbered(0, 64);
    try (Bench bench = new Bench(DeviceKind.I8254X, host.factory(), MEMORY, RING)) {
      frames.forEach(bench::fromFarEnd);
      bench.settle();
      assertFrames(frames, bytes(bench.host().received()));
      bench.fromFarEnd(Frames.plain(100));
      bench.settle();
      assertFrames(List.of(Frames.plain(100)), bytes(bench.host().received()));
    }
  }
}
