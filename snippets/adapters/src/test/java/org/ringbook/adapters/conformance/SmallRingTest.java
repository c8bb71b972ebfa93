package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Outgoing;

/** What a driver keeps free for its largest packet may be more than a small ring has. */
class SmallRingTest {
  private static final long MEMORY = 48L << 20;

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40})
  void linuxIsPushedBackByASmallRingOnlyWhileItIsFull(int ring) {
    for (DeviceKind device : DeviceKind.values()) {
      try (Bench bench = new Bench(device, KnownHost.LINUX.factory(), MEMORY, ring)) {
        pushedBackAndLetGo(bench, ring);
      }
    }
  }

  private static void pushedBackAndLetGo(Bench bench, int ring) {
    List<byte[]> frames = Frames.numbered(0, 4 * ring);
    int next = 0;
    while (bench.host().send(Outgoing.of(frames.get(next))) == Sent.TAKEN) {
      next++;
    }
    assertTrue(next > 0, "none taken by a ring of " + ring);
    assertTrue(bench.host().pushesBack());
    bench.settle();
    assertFalse(bench.host().pushesBack(), "still with a ring of " + ring);
    for (; next < frames.size(); next++) {
      assertTrue(bench.host().send(Outgoing.of(frames.get(next))) == Sent.TAKEN);
      bench.settle();
    }
    bench.settle();
    assertFrames(frames, bench.onTheWire());
  }
}
