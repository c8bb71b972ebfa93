package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.WrongOwner;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** Frames of several packets in a transmit ring. */
class TxChainTest {
  private final TxBench bench = new TxBench(new LegacyTxFormat());
  private final TxRing ring = bench.ring;

  private Packet submit(int... lengths) {
    Packet frame = bench.chain(lengths);
    assertEquals(Submit.ACCEPTED, ring.submit(frame));
    return frame;
  }

  private static void consume(Submit unused) {}

  @Test
  void aFrameIsDoneWhenItsLastDescriptorIs() {
    Packet frame = submit(40, 40, 40);
    bench.finish(0);
    bench.finish(1);
    assertEquals(0, ring.complete(8, bench.sent::add));
    bench.finish(2);
    assertEquals(1, ring.complete(8, bench.sent::add));
    assertSame(frame, bench.sent.getFirst());
    assertEquals(3, frame.segments());
    assertEquals(Owner.STACK, frame.next().next().owner());
    assertEquals(0, ring.inFlight());
  }

  @Test
  void theBudgetCountsFrames() {
    submit(40, 40);
    submit(40, 40);
    bench.finish(1);
    bench.finish(3);
    assertEquals(1, ring.complete(1, bench.sent::add));
    assertEquals(2, ring.inFlight());
    assertEquals(1, ring.complete(1, bench.sent::add));
  }

  @Test
  void withTooFewSlotsNothingIsWritten() {
    submit(40, 40, 40, 40, 40);
    Packet frame = bench.chain(20, 20, 2);
    assertEquals(Submit.FULL, ring.submit(frame, true));
    assertEquals("00".repeat(16), bench.hex(5));
    assertEquals(Owner.DRIVER, frame.next().owner());
    assertEquals(42, frame.frameLength(), "not padded either");
    assertEquals(2, ring.free());
    submit(40, 40);
    assertEquals(0, ring.free());
    assertEquals(new TxStatistics(2, 1, 0, 0, 2, 7, 0, 0), ring.statistics());
  }

  @Test
  void aFrameMayGoRoundTheEnd() {
    submit(100, 100, 100, 100, 100);
    bench.finish(4);
    assertEquals(1, ring.complete(8, Chain::giveBack));
    Packet frame = submit(61, 62, 63, 64, 65);
    assertEquals(List.of(5, 2), bench.tails);
    assertEquals("3f00000000000000", bench.command(7));
    assertEquals("4000000000000000", bench.command(0));
    assertEquals("4100000b00000000", bench.command(1));
    assertEquals(0, ring.complete(8, bench.sent::add), "a stale DD at index 4");
    bench.finish(1);
    assertEquals(1, ring.complete(8, bench.sent::add));
    assertSame(frame, bench.sent.getFirst());
    assertEquals(815, ring.statistics().bytes());
  }

  @Test
  void aShortFrameIsPaddedAtItsEnd() {
    Packet frame = bench.chain(14, 20);
    frame.next().data().fill((byte) 0x55);
    assertEquals(Submit.ACCEPTED, ring.submit(frame));
    assertEquals("2e00000b00000000", bench.command(1));
    bench.finish(1);
    assertEquals(1, ring.complete(1, bench.sent::add));
    byte[] bytes = frame.next().toByteArray();
    assertEquals(46, bytes.length);
    assertEquals(0x55, bytes[19]);
    assertEquals(0, bytes[20] + bytes[45]);
  }

  @Test
  void aShortFrameWithoutRoomIsRefusedWhole() {
    Packet frame = bench.chain(14);
    frame.next(new PacketPool(bench.dma, 1, 32).take());
    frame.next().length(20);
    assertThrows(IllegalArgumentException.class, () -> consume(ring.submit(frame)));
    assertEquals(Owner.DRIVER, frame.owner());
    assertEquals(0, ring.inFlight());
  }

  @Test
  void aChainIsRefusedWholeIfOneOfItsPacketsCannotGo() {
    Packet flying = submit(60);
    Packet free = bench.chain(60);
    Packet first = bench.chain(60);
    free.giveBack();
    for (Packet bad : List.of(flying, free)) {
      first.next(bad);
      assertThrows(WrongOwner.class, () -> consume(ring.submit(first)));
      assertEquals(Owner.DRIVER, first.owner());
    }
    Packet empty = bench.chain(60, 0);
    assertThrows(IllegalArgumentException.class, () -> consume(ring.submit(empty)));
    assertEquals(1, ring.inFlight());
  }

  @Test
  void aChainThatBitesItsTailEnds() {
    Packet frame = bench.chain(60, 60);
    frame.next().next(frame);
    assertThrows(IllegalArgumentException.class, () -> consume(ring.submit(frame)));
  }

  @Test
  void aChainThatNeverFitsIsAnErrorAndNotFull() {
    assertEquals(7, ring.longestChain());
    Packet frame = bench.chain(9, 9, 9, 9, 9, 9, 9, 9);
    assertThrows(IllegalArgumentException.class, () -> consume(ring.submit(frame)));
    assertEquals(0, ring.statistics().refused());
    assertEquals(6, new TxBench(new ExtendedTxFormat()).ring.longestChain());
  }

  @Test
  void drainHandsOutWholeFramesAlsoHalfSentOnes() {
    submit(100, 100);
    submit(100, 100, 100);
    bench.finish(0);
    bench.finish(1);
    bench.finish(2);
    assertEquals(2, ring.drain(Chain::giveBack));
    assertEquals(0, bench.pool.outstanding());
    assertEquals(7, ring.free());
    Packet frame = submit(100, 100);
    assertEquals(0, ring.complete(8, bench.sent::add), "DD was cleared");
    bench.finish(1);
    assertEquals(1, ring.complete(8, Chain::giveBack));
    assertNull(frame.next());
    assertEquals(new TxStatistics(3, 0, 1, 2, 3, 7, 0, 200), ring.statistics());
  }
}
