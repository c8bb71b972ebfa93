package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.CE;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.DD;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.TCPE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;

class RxRingTest {
  private final DmaMemory dma = new DmaMemory(1 << 16);
  private final DescriptorRing slots = new DescriptorRing(dma, 8);
  private final PacketPool pool = new PacketPool(dma, 10, 256);
  private final List<Integer> tails = new ArrayList<>();
  private final List<Packet> got = new ArrayList<>();
  private final RxRing ring = new RxRing(slots, pool, tails::add);
  private int head;

  @BeforeEach
  void post() {
    assertEquals(7, ring.refill());
  }

  private void arrives(int length, int status, int errors) {
    long at = slots.offset(head);
    LegacyRxDescriptor.writeBack(slots.slots(), at, length, status, errors);
    head = slots.next(head);
  }

  private void arrives(int length) {
    arrives(length, DD | EOP, 0);
  }

  @Test
  void refillLeavesOneSlotAndRingsOnce() {
    assertEquals(List.of(7), tails);
    assertEquals(0, ring.refill());
    assertEquals(List.of(7), tails);
    assertEquals(3, pool.available());
  }

  @Test
  void aFrameIsDeliveredAndItsSlotPaidFor() {
    arrives(60);
    arrives(61);
    assertEquals(2, ring.poll(64, got::add));
    assertEquals(List.of(60, 61), got.stream().map(Packet::length).toList());
    assertEquals(Owner.STACK, got.getFirst().owner());
    assertEquals(DD | EOP, got.getFirst().status());
    assertEquals(7, ring.postedBuffers());
    assertEquals(List.of(7, 1), tails, "one doorbell for both");
    assertEquals(new RxStatistics(2, 121, 0, 0, 0, 2), ring.statistics());
  }

  @Test
  void aPostedSlotHasNoStaleDone() {
    LegacyRxDescriptor.writeBack(slots.slots(), slots.offset(7), 60, DD | EOP, 0);
    arrives(60);
    assertEquals(1, ring.poll(64, Packet::giveBack));
    assertEquals(0, LegacyRxDescriptor.status(slots.slots(), slots.offset(7)));
  }

  @Test
  void theBudgetEndsAPoll() {
    arrives(60);
    arrives(60);
    assertEquals(1, ring.poll(1, Packet::giveBack));
    assertEquals(1, ring.poll(64, Packet::giveBack));
    assertEquals(0, ring.poll(64, Packet::giveBack));
  }

  @Test
  void withoutAFreshBufferTheFrameIsDroppedAndTheOldOneReused() {
    for (int i = 0; i < 5; i++) {
      arrives(60);
    }
    assertEquals(5, ring.poll(64, got::add));
    assertEquals(3, got.size());
    assertEquals(2, ring.statistics().droppedNoBuffer());
    assertEquals(7, ring.postedBuffers());
    got.forEach(Packet::giveBack);
    arrives(60);
    assertEquals(1, ring.poll(64, Packet::giveBack));
    assertEquals(3, pool.available());
  }

  @Test
  void aPoolThatWasTooSmallIsMadeUpForLater() {
    Packet[] others = {pool.take(), pool.take(), pool.take()};
    RxRing poor = new RxRing(new DescriptorRing(dma, 8), pool, tails::add);
    assertEquals(0, poor.refill());
    for (Packet packet : others) {
      packet.giveBack();
    }
    assertEquals(0, poor.poll(64, Packet::giveBack));
    assertEquals(3, poor.postedBuffers());
  }

  @Test
  void damagedFramesAreDroppedWrongChecksumsAreNot() {
    arrives(60, DD | EOP, CE);
    arrives(60, DD | EOP, TCPE);
    assertEquals(2, ring.poll(64, got::add));
    assertEquals(1, got.size());
    assertEquals(TCPE, got.getFirst().errors());
    assertEquals(1, ring.statistics().droppedDamaged());
  }

  @Test
  void aFrameOverSeveralBuffersIsDroppedWhole() {
    arrives(256, DD, 0);
    arrives(256, DD, 0);
    arrives(10, DD | EOP, 0);
    arrives(60);
    assertEquals(4, ring.poll(64, got::add));
    assertEquals(List.of(60), got.stream().map(Packet::length).toList());
    assertEquals(1, ring.statistics().droppedOversize());
    assertEquals(7, ring.postedBuffers());
  }

  @Test
  void aLengthBeyondTheBufferIsNotBelieved() {
    arrives(257);
    assertEquals(1, ring.poll(64, got::add));
    assertEquals(0, got.size());
    assertEquals(1, ring.statistics().dropped());
  }

  @Test
  void tailIsNeverWhatTheDeviceWouldReadAsEmpty() {
    for (int i = 0; i < 100; i++) {
      arrives(60);
      assertEquals(1, ring.poll(64, Packet::giveBack));
      assertNotEquals(head, tails.getLast());
    }
  }

  @Test
  void theFirstRefillAfterADrainRingsAgain() {
    assertEquals(7, ring.drain());
    assertEquals(7, ring.refill());
    assertEquals(List.of(7, 7), tails);
  }

  @Test
  void drainGivesEveryBufferBack() {
    arrives(256, DD, 0);
    assertEquals(1, ring.poll(64, got::add));
    assertEquals(7, ring.drain());
    assertEquals(0, pool.outstanding());
    assertEquals(7, ring.refill());
    head = 0;
    arrives(60);
    assertEquals(1, ring.poll(64, Packet::giveBack));
    assertEquals(1, ring.statistics().received());
  }
}
