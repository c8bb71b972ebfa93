package org.ringbook.dataplane.ring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.WrongOwner;
import org.ringbook.dataplane.ring.TxRing.Submit;

class TxRingTest {
  private final DmaMemory dma = new DmaMemory(1 << 16);
  private final DescriptorRing slots = new DescriptorRing(dma, 8);
  private final PacketPool pool = new PacketPool(dma, 16, 256);
  private final List<Integer> tails = new ArrayList<>();
  private final List<Packet> sent = new ArrayList<>();
  private final TxRing ring = new TxRing(slots, tails::add);

  private Packet frame() {
    Packet packet = pool.take();
    packet.length(60);
    return packet;
  }

  private void deviceFinishes(int index) {
    LegacyTxDescriptor.writeBack(slots.slots(), slots.offset(index), 1);
  }

  @Test
  void anAcceptedPacketIsDescribedAndBelongsToTheDevice() {
    Packet packet = frame();
    long bus = packet.busAddress();
    deviceFinishes(0);
    assertEquals(Submit.ACCEPTED, ring.submit(packet));
    assertEquals(Owner.DEVICE, packet.owner());
    assertEquals(bus, LegacyTxDescriptor.address(slots.slots(), 0));
    assertEquals(60, LegacyTxDescriptor.length(slots.slots(), 0));
    assertEquals(0x0b, LegacyTxDescriptor.command(slots.slots(), 0));
    assertFalse(LegacyTxDescriptor.isDone(slots.slots(), 0), "a stale DD");
    assertEquals(List.of(1), tails);
  }

  @Test
  void aShortFrameIsFilledUpWithZerosNotWithAnEarlierFrame() {
    Packet packet = pool.take();
    packet.data().fill((byte) 0x55);
    packet.length(42);
    long at = dma.translate(packet.busAddress(), 61, Access.READ);
    assertEquals(Submit.ACCEPTED, ring.submit(packet));
    assertEquals(60, LegacyTxDescriptor.length(slots.slots(), 0));
    assertEquals(60, packet.length());
    byte[] bytes = dma.memory().asSlice(at, 61).toArray(JAVA_BYTE);
    for (int i = 0; i < 61; i++) {
      assertEquals(i < 42 || i == 60 ? 0x55 : 0, bytes[i], "byte " + i);
    }
  }

  @Test
  void aFullRingLeavesAShortFrameAsItIs() {
    for (int i = 0; i < 7; i++) {
      assertEquals(Submit.ACCEPTED, ring.submit(frame()));
    }
    Packet packet = pool.take();
    packet.length(42);
    assertEquals(Submit.FULL, ring.submit(packet));
    assertEquals(42, packet.length());
  }

  @Test
  void aBufferTooSmallForTheShortestFrameIsRefused() {
    Packet packet = new PacketPool(dma, 1, 59).take();
    packet.length(42);
    assertThrows(IllegalArgumentException.class, () -> consume(ring.submit(packet)));
    assertEquals(Owner.DRIVER, packet.owner());
    assertEquals(42, packet.length());
    assertEquals(0, ring.inFlight());
  }

  @Test
  void sevenOfEightSlotsAreUsable() {
    for (int i = 0; i < 7; i++) {
      assertEquals(Submit.ACCEPTED, ring.submit(frame()));
    }
    Packet refused = frame();
    assertEquals(Submit.FULL, ring.submit(refused));
    assertEquals(Owner.DRIVER, refused.owner());
    refused.giveBack();
    assertEquals(0, ring.free());
    assertEquals(new TxStatistics(7, 1, 0, 0, 7, 7, 0, 0), ring.statistics());
  }

  @Test
  void aBatchRingsOnce() {
    assertEquals(Submit.ACCEPTED, ring.submit(frame(), true));
    assertEquals(Submit.ACCEPTED, ring.submit(frame(), true));
    assertEquals(List.of(), tails);
    ring.kick();
    ring.kick();
    assertEquals(List.of(2), tails);
  }

  @Test
  void aFullRingRingsForTheBatchThatFilledIt() {
    for (int i = 0; i < 7; i++) {
      assertEquals(Submit.ACCEPTED, ring.submit(frame(), true));
    }
    assertEquals(Submit.FULL, ring.submit(frame(), true));
    assertEquals(List.of(7), tails);
  }

  @Test
  void completesInOrderAndStopsAtTheFirstUnfinished() {
    Packet first = frame();
    assertEquals(Submit.ACCEPTED, ring.submit(first));
    assertEquals(Submit.ACCEPTED, ring.submit(frame()));
    deviceFinishes(1);
    assertEquals(0, ring.complete(8, sent::add));
    deviceFinishes(0);
    assertEquals(1, ring.complete(1, sent::add));
    assertSame(first, sent.getFirst());
    assertEquals(Owner.STACK, first.owner());
    assertEquals(1, ring.complete(8, sent::add));
    assertEquals(0, ring.complete(8, sent::add));
    assertEquals(0, ring.inFlight());
  }

  @Test
  void aCompletionMaySubmitAgain() {
    assertEquals(Submit.ACCEPTED, ring.submit(frame()));
    deviceFinishes(0);
    int done = ring.complete(8, p -> assertEquals(Submit.ACCEPTED, ring.submit(p)));
    assertEquals(1, done);
    assertEquals(1, ring.inFlight());
  }

  @Test
  void whatCannotBeSentIsRefusedAndStaysWithTheCaller() {
    Packet empty = pool.take();
    assertThrows(IllegalArgumentException.class, () -> consume(ring.submit(empty)));
    empty.giveBack();
    assertThrows(WrongOwner.class, () -> consume(ring.submit(empty)));
    assertThrows(WrongOwner.class, () -> consume(ring.submit(Packet.NONE)));
    assertEquals(0, ring.inFlight());
    assertEquals(List.of(), tails);
  }

  private static void consume(Submit unused) {}

  @Test
  void thePacketIsNotSubmittedTwice() {
    Packet packet = frame();
    assertEquals(Submit.ACCEPTED, ring.submit(packet));
    assertThrows(WrongOwner.class, () -> consume(ring.submit(packet)));
    assertEquals(1, ring.inFlight());
  }

  @Test
  void drainGivesEverythingBackAndStartsOver() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Submit.ACCEPTED, ring.submit(frame()));
    }
    assertEquals(5, ring.drain(Packet::giveBack));
    assertEquals(0, pool.outstanding());
    assertEquals(7, ring.free());
    tails.clear();
    assertEquals(Submit.ACCEPTED, ring.submit(frame()));
    assertEquals(List.of(1), tails);
  }
}
