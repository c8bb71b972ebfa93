package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.CE;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.DD;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.EOP;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketSource;

/** Frames over several buffers in a receive ring. */
class RxChainTest {
  private final DmaMemory dma = new DmaMemory(1 << 16);
  private final DescriptorRing slots = new DescriptorRing(dma, 8);
  private final PacketPool pool = new PacketPool(dma, 11, 256);
  private final List<Packet> got = new ArrayList<>();
  private final RxRing ring = new RxRing(slots, new LegacyRxFormat(), pool, 3, tail -> {});
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

  private void frame(int... lengths) {
    for (int i = 0; i < lengths.length; i++) {
      arrives(lengths[i], i == lengths.length - 1 ? DD | EOP : DD, 0);
    }
  }

  @Test
  void aFrameIsDeliveredAsOneChain() {
    frame(256, 256, 9);
    assertEquals(3, ring.poll(64, got::add));
    Packet whole = got.getFirst();
    assertEquals(3, whole.segments());
    assertEquals(521, whole.frameLength());
    assertEquals(9, Chain.last(whole).length());
    assertEquals(Owner.STACK, Chain.last(whole).owner());
    assertEquals(1, ring.statistics().received());
    assertEquals(521, ring.statistics().bytes());
    assertEquals(7, ring.postedBuffers());
    Chain.giveBack(whole);
    assertEquals(7, pool.outstanding());
  }

  @Test
  void aFrameThatHasNotEndedWaitsForTheNextPoll() {
    arrives(256, DD, 0);
    assertEquals(1, ring.poll(64, got::add));
    assertEquals(List.of(), got);
    assertEquals(8, pool.outstanding());
    arrives(256, DD, 0);
    arrives(1, DD | EOP, 0);
    assertEquals(1, ring.poll(1, got::add), "the budget counts descriptors");
    assertEquals(1, ring.poll(1, got::add));
    assertEquals(513, got.getFirst().frameLength());
  }

  @Test
  void aFrameOverTooManyBuffersIsDroppedWhole() {
    frame(256, 256, 256, 1);
    frame(60);
    assertEquals(5, ring.poll(64, got::add));
    frame(256, 256, 256, 256, 1);
    frame(61);
    assertEquals(6, ring.poll(64, got::add));
    assertEquals(List.of(60, 61), got.stream().map(Packet::frameLength).toList());
    assertEquals(2, ring.statistics().droppedOversize());
    assertEquals(9, pool.outstanding());
  }

  @Test
  void aFrameThatCannotBeReplacedIsDroppedWhole() {
    frame(256, 60);
    assertEquals(2, ring.poll(64, got::add));
    frame(256, 256, 60);
    frame(60);
    assertEquals(4, ring.poll(64, got::add));
    assertEquals(2, got.size(), "two spare buffers were left, the frame wanted three");
    assertEquals(60, got.getLast().frameLength());
    assertEquals(1, ring.statistics().droppedNoBuffer());
    assertEquals(7, ring.postedBuffers());
    got.forEach(Chain::giveBack);
    assertEquals(7, pool.outstanding());
  }

  @Test
  void aFrameThatEndsDamagedIsDroppedWhole() {
    arrives(256, DD, CE);
    arrives(60, DD | EOP, 0);
    arrives(256, DD, 0);
    arrives(60, DD | EOP, CE);
    assertEquals(4, ring.poll(64, got::add));
    assertEquals(1, got.size(), "errors count with the end of the frame only");
    assertEquals(1, ring.statistics().droppedDamaged());
    got.forEach(Chain::giveBack);
    assertEquals(7, pool.outstanding());
  }

  @Test
  void aLengthBeyondTheBufferIsNotBelievedInTheMiddleEither() {
    frame(256, 257, 60);
    frame(61);
    assertEquals(4, ring.poll(64, got::add));
    assertEquals(61, got.getFirst().frameLength());
    assertEquals(1, ring.statistics().dropped());
  }

  @Test
  void drainGivesAFrameBackThatHasNotEnded() {
    arrives(256, DD, 0);
    assertEquals(1, ring.poll(64, got::add));
    assertEquals(8, ring.drain());
    assertEquals(0, pool.outstanding());
    assertEquals(7, ring.refill());
    head = 0;
    frame(60);
    assertEquals(1, ring.poll(64, got::add));
    assertEquals(1, got.getFirst().segments());
  }

  @Test
  void whatIsNotDeliveredGoesBackToItsSource() {
    List<Packet> back = new ArrayList<>();
    PacketSource source = recording(back);
    DescriptorRing memory = new DescriptorRing(dma, 8);
    RxRing other = new RxRing(memory, new LegacyRxFormat(), source, 2, tail -> {});
    assertEquals(4, other.refill());
    assertEquals(4, other.drain());
    assertEquals(4, back.size());
    assertSame(Owner.FREE, back.getFirst().owner());
  }

  private PacketSource recording(List<Packet> back) {
    return new PacketSource() {
      @Override
      public Packet take() {
        return pool.take();
      }

      @Override
      public void giveBack(Packet packet) {
        packet.giveBack();
        back.add(packet);
      }

      @Override
      public int bufferSize() {
        return 256;
      }
    };
  }

  @Test
  void aChainHasABuffer() {
    LegacyRxFormat format = new LegacyRxFormat();
    assertThrows(
        IllegalArgumentException.class, () -> new RxRing(slots, format, pool, 0, tail -> {}));
  }
}
