package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;
import static org.ringbook.adapters.conformance.OnBench.bytes;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;

/** Frames go out and come in, byte for byte, however often the rings turn. */
interface TrafficContract extends OnBench {
  /** Turns of the ring; each turn takes one frame for each descriptor. */
  int TURNS = 2000;

  /** Frames between two times that the host runs: a divisor of the ring's size. */
  int BATCH = 16;

  @Test
  @Proves(Capability.SEND)
  default void sendsFramesOfAllSizes() {
    List<byte[]> frames = IntStream.of(60, 61, 64, 128, 590, 1514).mapToObj(Frames::plain).toList();
    for (byte[] frame : frames) {
      assertEquals(Sent.TAKEN, bench().host().send(Outgoing.of(frame)));
    }
    bench().settle();
    assertFrames(frames, bench().onTheWire());
  }

  @Test
  @Proves(Capability.SEND)
  default void fillsShortFramesUpWithZeros() {
    byte[] padded = new byte[60];
    byte[] frame = Frames.plain(45);
    System.arraycopy(frame, 0, padded, 0, 45);
    for (int pieces = 1; pieces <= 3; pieces++) {
      bench().host().send(Frames.scattered(frame, pieces));
      bench().settle();
      assertFrames(List.of(padded), bench().onTheWire());
    }
  }

  @Test
  @Proves(Capability.RECEIVE)
  default void receivesFramesOfAllSizes() {
    List<byte[]> frames = IntStream.of(60, 61, 64, 128, 590, 1514).mapToObj(Frames::plain).toList();
    frames.forEach(bench()::fromFarEnd);
    bench().settle();
    List<Incoming> received = bench().host().received();
    assertFrames(frames, bytes(received));
    assertTrue(received.stream().allMatch(in -> in.vlan() == Outgoing.NO_VLAN));
  }

  @Test
  @Proves(Capability.RECEIVE)
  default void handsEachFrameToTheStackOnce() {
    bench().fromFarEnd(Frames.plain(100));
    bench().settle();
    assertEquals(1, bench().host().received().size());
    bench().settle();
    assertEquals(List.of(), bench().host().received());
  }

  @Test
  @Proves(Capability.RING_WRAP)
  default void ringsWrapThousandsOfTimes() {
    for (int turn = 0; turn < TURNS; turn++) {
      List<byte[]> frames = Frames.numbered(turn * Bench.RING, Bench.RING);
      for (int i = 0; i < frames.size(); i++) {
        bench().fromFarEnd(frames.get(i));
        bench().sendAll(Outgoing.of(frames.get(i)));
        if (i % BATCH == BATCH - 1) {
          bench().settle();
        }
      }
      assertFrames(frames, bench().onTheWire());
      assertFrames(frames, bytes(bench().host().received()));
    }
  }

  @Test
  @Proves(Capability.SCATTER_GATHER)
  default void gathersAFrameFromItsPieces() {
    byte[] frame = Frames.plain(1000);
    for (int pieces = 1; pieces <= 8; pieces++) {
      Outgoing scattered = Frames.scattered(frame, pieces);
      assertEquals(Sent.TAKEN, bench().host().send(scattered));
      bench().settle();
      assertFrames(List.of(frame), bench().onTheWire());
    }
  }

  @Test
  @Proves(Capability.STATISTICS)
  default void countsUnderTheKernelsNames() {
    bench().fromFarEnd(Frames.plain(100));
    bench().sendAll(Outgoing.of(Frames.plain(200)));
    bench().settle();
    var counters = bench().host().statistics();
    assertTrue(counters.containsValue(1L), counters::toString);
    assertTrue(counters.containsValue(100L), counters::toString);
    assertTrue(counters.containsValue(200L), counters::toString);
  }

  @Test
  @Proves(Capability.LINK)
  default void knowsTheLink() {
    assertTrue(bench().host().linkUp());
  }

  @Test
  @Proves(Capability.XDP)
  default void runsProgramsBeforeTheStack() {
    throw new AssertionError("no host claims it yet: write this test with the first");
  }

  @Test
  @Proves(Capability.TIMESTAMPS)
  default void stampsFrames() {
    throw new AssertionError("no host claims it yet: write this test with the first");
  }
}
