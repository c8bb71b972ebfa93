package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.DD;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.EOP;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** Random frames through both rings, against a queue and a count. */
class RingPropertyTest {
  private static final int STEPS = 400;

  @Property(tries = 200)
  void everyFrameThatWasAcceptedComesBackOnceAndInOrder(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int which) {
    Random random = new Random(seed);
    TxBench bench = new TxBench(format(which));
    TxRing ring = bench.ring;
    ArrayDeque<Packet> model = new ArrayDeque<>();
    ArrayDeque<Integer> ends = new ArrayDeque<>();
    ArrayDeque<Integer> sizes = new ArrayDeque<>();
    long contexts = 0;
    int used = 0;
    int next = 0;
    for (int step = 0; step < STEPS; step++) {
      if (random.nextBoolean()) {
        Packet frame = randomFrame(bench, random, which);
        int packets = frame.segments();
        Submit result = ring.submit(frame, random.nextBoolean());
        int added = (int) (ring.statistics().contexts() - contexts);
        contexts += added;
        if (result == Submit.FULL) {
          assertEquals(0, added);
          assertTrue(used + packets + (which == 0 ? 0 : 1) > 7, "refused without need");
          Chain.giveBack(frame);
        } else {
          used += packets + added;
          next = (next + packets + added) % 8;
          model.add(frame);
          ends.add((next + 7) % 8);
          sizes.add(packets + added);
        }
      } else {
        int done = random.nextInt(Math.min(3, ends.size()) + 1);
        for (int i = 0; i < done; i++) {
          bench.finish(ends.remove());
          used -= sizes.remove();
        }
        assertEquals(done, ring.complete(8, frame -> handBack(model, frame)));
      }
      assertEquals(used, ring.inFlight());
      assertEquals(7 - used, ring.free());
    }
    assertEquals(model.size(), ring.drain(frame -> handBack(model, frame)));
    assertTrue(model.isEmpty());
    assertEquals(0, bench.pool.outstanding());
    TxStatistics counted = ring.statistics();
    assertEquals(counted.submitted(), counted.completed() + counted.drained());
  }

  private static TxFormat format(int which) {
    return switch (which) {
      case 0 -> new LegacyTxFormat();
      case 1 -> new ExtendedTxFormat();
      default -> new AdvancedTxFormat();
    };
  }

  private static Packet randomFrame(TxBench bench, Random random, int which) {
    int[] lengths = random.ints(random.nextInt(1, 7), 60, 4097).toArray();
    while (Arrays.stream(lengths).sum() > 16288) {
      lengths = Arrays.copyOf(lengths, lengths.length - 1);
    }
    Packet frame = bench.chain(lengths);
    if (which > 0 && random.nextBoolean()) {
      frame.offload().headers(14, random.nextBoolean() ? 20 : 24, 20, false, true);
      frame.offload().computeTransportChecksum();
    }
    return frame;
  }

  private static void handBack(ArrayDeque<Packet> model, Packet frame) {
    assertSame(model.remove(), frame);
    Chain.giveBack(frame);
  }

  @Property(tries = 200)
  void receivedFramesAreWholeInOrderAndCounted(
      @ForAll long seed,
      @ForAll @IntRange(min = 8, max = 20) int packets,
      @ForAll @IntRange(min = 1, max = 4) int longest) {
    Random random = new Random(seed);
    DmaMemory dma = new DmaMemory(1 << 16);
    DescriptorRing slots = new DescriptorRing(dma, 8);
    PacketPool pool = new PacketPool(dma, packets, 256);
    RxRing ring = new RxRing(slots, new LegacyRxFormat(), pool, longest, tail -> {});
    assertEquals(7, ring.refill());
    List<Integer> arrived = new ArrayList<>();
    ArrayDeque<Packet> stack = new ArrayDeque<>();
    List<Integer> delivered = new ArrayList<>();
    int head = 0;
    int unread = 0;
    int left = 0;
    int bytes = 0;
    for (int step = 0; step < STEPS; step++) {
      if (unread < 7 && random.nextInt(3) > 0) {
        if (left == 0) {
          left = random.nextInt(1, 7);
          bytes = 0;
        }
        // The last buffer of frame n holds n + 1 bytes, so that frames can be told apart.
        boolean last = --left == 0;
        int length = last ? arrived.size() % 255 + 1 : 256;
        bytes += length;
        int status = last ? DD | EOP : DD;
        LegacyRxDescriptor.writeBack(slots.slots(), slots.offset(head), length, status, 0);
        head = slots.next(head);
        unread++;
        if (last) {
          arrived.add(bytes);
        }
      } else if (random.nextBoolean()) {
        unread -= ring.poll(random.nextInt(1, 9), stack::add);
        assertEquals(7, ring.postedBuffers());
      } else if (!stack.isEmpty()) {
        Packet frame = stack.remove();
        delivered.add(frame.frameLength());
        Chain.giveBack(frame);
      }
    }
    unread -= ring.poll(8, stack::add);
    assertEquals(0, unread);
    for (Packet frame : stack) {
      delivered.add(frame.frameLength());
      Chain.giveBack(frame);
    }
    assertTrue(ring.drain() >= 7, "the posted ones, and those of a frame half in");
    assertEquals(0, pool.outstanding());
    assertSubsequence(delivered, arrived);
    RxStatistics counted = ring.statistics();
    assertEquals(delivered.size(), counted.received());
    long whole = counted.received() + counted.dropped();
    assertTrue(whole == arrived.size() || (whole == arrived.size() + 1 && left > 0));
    assertFalse(delivered.stream().anyMatch(length -> length > longest * 256));
  }

  private static void assertSubsequence(List<Integer> some, List<Integer> all) {
    int at = 0;
    for (int one : some) {
      while (at < all.size() && all.get(at) != one) {
        at++;
      }
      assertTrue(at < all.size(), one + " never arrived, or out of order");
      at++;
    }
  }
}
