package org.ringbook.adapters.illumos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.ringbook.adapters.illumos.GldFixture.breaks;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages, their buffers and who frees them. */
class MessageRulesTest {
  private final GldFixture os = new GldFixture();
  private final Streams streams = os.streams;

  @Test
  void aBlockIsFreedOnce() {
    Mblk message = streams.allocb(64);
    streams.freeb(message);
    breaks("after freeb", () -> streams.freeb(message));
    assertEquals(0, streams.allocated());
  }

  @Test
  void aFreedBlockIsNotRead() {
    Mblk message = streams.allocb(64);
    streams.freemsg(message);
    breaks("after freeb", message::bytes);
  }

  @Test
  void freemsgIsForOneMessage() {
    Mblk first = streams.allocb(64);
    first.next(streams.allocb(64));
    breaks("the rest of the chain is lost", () -> streams.freemsg(first));
    streams.freemsgchain(first);
    assertEquals(0, streams.allocated());
  }

  @Test
  void freemsgFreesAllPieces() {
    Mblk first = streams.allocb(64);
    first.cont(streams.allocb(64));
    streams.freemsg(first);
    assertEquals(0, streams.allocated());
  }

  @Test
  void aSharedBufferIsNotWrittenTo() {
    Mblk message = streams.allocb(64);
    Mblk twin = streams.dupb(message);
    breaks("db_ref is 2", twin::writable);
    streams.freeb(message);
    assertEquals(64, twin.writable().byteSize());
    streams.freeb(twin);
    assertEquals(0, streams.allocated());
  }

  @Test
  void theWindowEndsWithTheBuffer() {
    Mblk message = streams.allocb(64);
    breaks("db_lim", () -> message.length(65));
  }

  @Test
  void theFreeRoutineRunsWithTheLastReference() {
    List<Context> freed = new ArrayList<>();
    var buffer = os.machine.memory().allocate(64, 8);
    Mblk message = streams.desballoc(buffer, () -> freed.add(os.kernel.context()));
    Mblk twin = streams.dupb(message);
    streams.freeb(message);
    assertEquals(List.of(), freed);
    streams.freeb(twin);
    assertEquals(List.of(Context.INTERRUPT), freed);
  }

  @Test
  void aFreeRoutineDoesNotSleep() {
    var buffer = os.machine.memory().allocate(64, 8);
    Mblk message = streams.desballoc(buffer, () -> os.dma.allocHandle(true));
    breaks("DDI_DMA_SLEEP in interrupt context", () -> streams.freeb(message));
  }

  @Test
  void aFailedLoanIsNoLoan() {
    streams.failNext(1);
    var buffer = os.machine.memory().allocate(64, 8);
    assertNull(streams.desballoc(buffer, () -> {}));
    assertEquals(0, streams.loaned());
  }
}
