package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringbook.adapters.host.Host.Sent;

/** Chains of mbufs have no limit; what a DMA map takes has: EFBIG, and then fewer mbufs. */
class ManyPiecesTest {
  /** More than either driver's map has segments, fewer than the ring has slots. */
  private static final int PIECES = 50;

  @ParameterizedTest
  @EnumSource(names = {"FREEBSD", "NETBSD"})
  void aFrameInMorePiecesThanTheMapTakesIsSentWhole(KnownHost host) {
    byte[] frame = Frames.plain(1000);
    try (Bench bench = new Bench(DeviceKind.I8254X, host.factory())) {
      assertEquals(Sent.TAKEN, bench.host().send(Frames.scattered(frame, PIECES)));
      bench.settle();
      assertFrames(List.of(frame), bench.onTheWire());
    }
  }
}
