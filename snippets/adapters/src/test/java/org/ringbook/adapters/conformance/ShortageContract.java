package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;
import static org.ringbook.adapters.conformance.OnBench.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Outgoing;

/** What is short comes back, and then all is as before. */
interface ShortageContract extends OnBench {
  /** More failures than any test has allocations. */
  int ALL = 1_000_000;

  @Test
  @Proves(Capability.BACK_PRESSURE)
  default void aFullRingPushesBackAndLetsGo() {
    List<byte[]> frames = Frames.numbered(0, 4 * Bench.RING);
    int next = 0;
    while (bench().host().send(Outgoing.of(frames.get(next))) == Sent.TAKEN) {
      next++;
    }
    assertTrue(bench().host().pushesBack());
    assertTrue(next > 0 && next < 4 * Bench.RING, next + " frames taken");
    bench().settle();
    assertFalse(bench().host().pushesBack());
    for (; next < frames.size(); next++) {
      bench().sendAll(Outgoing.of(frames.get(next)));
    }
    bench().settle();
    assertFrames(frames, bench().onTheWire());
  }

  @Test
  @Proves(Capability.BACK_PRESSURE)
  default void aFrameThatWasPushedBackStaysWhole() {
    byte[] frame = Frames.plain(500);
    while (bench().host().send(Outgoing.of(Frames.plain(60))) == Sent.TAKEN) {
      assertFalse(bench().onTheWire().size() > Bench.RING);
    }
    bench().settle();
    bench().onTheWire();
    bench().sendAll(Outgoing.of(frame));
    bench().settle();
    assertFrames(List.of(frame), bench().onTheWire());
  }

  @Test
  @Proves(Capability.LOW_MEMORY)
  default void receivesAgainWhenThereIsMemoryAgain() {
    bench().host().failAllocations(ALL);
    for (byte[] frame : Frames.numbered(0, 3 * Bench.RING)) {
      bench().fromFarEnd(frame);
    }
    bench().settle();
    assertTrue(bench().host().received().size() < 3 * Bench.RING, "nothing was lost");
    bench().host().failAllocations(0);
    receivesAll(3 * Bench.RING);
  }

  /** First to get buffers posted again, then as if nothing had been. */
  private void receivesAll(int first) {
    bench().fromFarEnd(Frames.plain(60));
    bench().settle();
    bench().host().received();
    List<byte[]> frames = Frames.numbered(first, 3 * Bench.RING);
    for (byte[] frame : frames) {
      bench().fromFarEnd(frame);
      bench().settle();
    }
    assertFrames(frames, bytes(bench().host().received()));
  }

  @Test
  @Proves(Capability.LOW_MEMORY)
  default void sendsAgainWhenThereIsMemoryAgain() {
    bench().host().failAllocations(ALL);
    assertNotEquals(Sent.TAKEN, bench().host().send(Outgoing.of(Frames.plain(60))));
    bench().host().failAllocations(0);
    bench().sendAll(Outgoing.of(Frames.plain(61)));
    bench().settle();
    assertFrames(List.of(Frames.plain(61)), bench().onTheWire());
  }

  /** Whichever allocation fails, of a frame over one buffer or several. */
  @Test
  @Proves(Capability.LOW_MEMORY)
  default void losesFramesButNoBuffersWhenAFewAllocationsFail() {
    bench().host().mtu(4000);
    for (int failures = 1; failures <= 12; failures++) {
      for (int length : new int[] {60, 1000, 4000}) {
        bench().fromFarEnd(Frames.plain(length));
        bench().device();
        bench().host().failAllocations(failures);
        bench().settle();
        bench().host().failAllocations(0);
        bench().settle();
      }
    }
    bench().host().received();
    receivesAll(0);
  }

  @Test
  @Proves(Capability.MAPPING_FAILURE)
  default void receivesAgainWhenMappingsWorkAgain() {
    bench().host().failMappings(ALL);
    for (byte[] frame : Frames.numbered(0, 3 * Bench.RING)) {
      bench().fromFarEnd(frame);
    }
    bench().settle();
    bench().host().received();
    bench().host().failMappings(0);
    receivesAll(0);
  }

  @Test
  @Proves(Capability.MAPPING_FAILURE)
  default void aFrameThatCannotBeMappedIsNotSentInPart() {
    byte[] frame = Frames.plain(900);
    bench().host().failMappings(ALL);
    assertNotEquals(Sent.TAKEN, bench().host().send(Outgoing.of(frame)));
    bench().settle();
    assertEquals(List.of(), bench().onTheWire());
    bench().host().failMappings(0);
    bench().sendAll(Outgoing.of(frame));
    bench().settle();
    assertFrames(List.of(frame), bench().onTheWire());
  }

  /** The first pieces are mapped already when a later one fails. */
  @Test
  @Proves(Capability.MAPPING_FAILURE)
  default void undoesWhatWasMappedOfAFrame() {
    byte[] frame = Frames.plain(1200);
    for (int mapped = 0; mapped < 4; mapped++) {
      bench().failMappingAfter(mapped);
      assertNotEquals(Sent.TAKEN, bench().host().send(Frames.scattered(frame, 4)));
      bench().settle();
      assertEquals(List.of(), bench().onTheWire());
    }
    bench().sendAll(Frames.scattered(frame, 4));
    bench().settle();
    assertFrames(List.of(frame), bench().onTheWire());
  }
}
