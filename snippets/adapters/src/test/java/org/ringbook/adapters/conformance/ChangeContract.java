package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;
import static org.ringbook.adapters.conformance.OnBench.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Outgoing;

/** What the administrator changes, with frames in flight. */
interface ChangeContract extends OnBench {
  /** Bytes of an Ethernet header. */
  int HEADER = 14;

  @Test
  @Proves(Capability.MTU_CHANGE)
  default void theMtuGoesUpAndDownBetweenFrames() {
    for (int mtu : new int[] {9000, 1500, 4000, 576, 1500}) {
      inFlightBothWays();
      assertTrue(bench().host().mtu(mtu), () -> "MTU " + mtu);
      bench().settle();
      bench().onTheWire();
      bench().host().received();
      carries(Frames.plain(mtu + HEADER));
    }
  }

  @Test
  @Proves(Capability.MTU_CHANGE)
  default void refusesAnMtuBeyondTheDevice() {
    assertFalse(bench().host().mtu(60_000));
    carries(Frames.plain(1500 + HEADER));
  }

  @Test
  @Proves(Capability.RESET)
  default void aResetInMidTrafficEndsInTrafficAgain() {
    for (int round = 0; round < 3; round++) {
      inFlightBothWays();
      bench().host().reset();
      bench().settle();
      bench().onTheWire();
      bench().host().received();
      carries(Frames.plain(700 + round));
    }
  }

  @Test
  @Proves(Capability.RESET)
  default void aFullQueueIsOpenAgainAfterAReset() {
    while (!bench().host().pushesBack()) {
      bench().host().send(Outgoing.of(Frames.plain(60)));
    }
    bench().host().reset();
    bench().settle();
    assertFalse(bench().host().pushesBack());
    bench().onTheWire();
    carries(Frames.plain(800));
  }

  @Test
  @Proves(Capability.RESET)
  default void aResetWithoutMemoryEndsInTrafficWhenThereIsMemory() {
    bench().host().failAllocations(ShortageContract.ALL);
    bench().host().reset();
    bench().settle();
    bench().host().failAllocations(0);
    bench().settle();
    carries(Frames.plain(900));
  }

  @Test
  @Proves(Capability.DETACH)
  default void detachesWithFramesInFlight() {
    inFlightBothWays();
    bench().close();
  }

  @Test
  @Proves(Capability.DETACH)
  default void detachesWithAFullQueueAndFramesNotLookedAt() {
    while (!bench().host().pushesBack()) {
      bench().host().send(Outgoing.of(Frames.plain(60)));
    }
    for (byte[] frame : Frames.numbered(0, 2 * Bench.RING)) {
      bench().fromFarEnd(frame);
    }
    bench().device();
    bench().close();
  }

  @Test
  @Proves(Capability.MODERATION)
  default void fewerInterruptsWhenTheyAreHeldBack() {
    int before = interruptsOfABurst();
    bench().host().moderate(200);
    int after = interruptsOfABurst();
    assertTrue(2 * after < before, () -> before + " interrupts before, " + after + " after");
    bench().host().moderate(0);
    assertEquals(before, interruptsOfABurst());
  }

  private int interruptsOfABurst() {
    List<byte[]> frames = Frames.numbered(0, 128);
    bench().settle();
    int interrupts = 0;
    for (byte[] frame : frames) {
      bench().fromFarEnd(frame);
      bench().wait(10);
      bench().device();
      interrupts += bench().host().run();
    }
    interrupts += bench().settle();
    assertFrames(frames, bytes(bench().host().received()));
    return interrupts;
  }

  private void inFlightBothWays() {
    for (byte[] frame : Frames.numbered(0, 20)) {
      bench().host().send(Outgoing.of(frame));
      bench().fromFarEnd(frame);
    }
    bench().device();
    for (byte[] frame : Frames.numbered(20, 20)) {
      bench().host().send(Outgoing.of(frame));
      bench().fromFarEnd(frame);
    }
  }

  private void carries(byte[] frame) {
    bench().sendAll(Outgoing.of(frame));
    bench().fromFarEnd(frame);
    bench().settle();
    assertFrames(List.of(frame), bench().onTheWire());
    assertFrames(List.of(frame), bytes(bench().host().received()));
  }
}
