package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.PacketSink;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** No device allocates for a packet, whatever is done to it on the way. */
class OffloadNoAllocationTest {
  private static final int PACKETS = 20_000;
  private static final int BATCH = 8;

  /** What the measurement itself may cost: far less than one byte for a packet. */
  private static final long SLACK = 4096;

  private final Wire wire = new Wire();
  private final DmaMemory dma = new DmaMemory(1 << 20);
  private final PacketPool pool = new PacketPool(dma, 128, 2048);
  private final TxRing.Completion sent = Packet::giveBack;
  private final PacketSink stack = Packet::giveBack;
  private final byte[] frame = frame();
  private long received;

  private static byte[] frame() {
    byte[] frame =
        FrameBuilder.ethernet(NicContract.HERE, NicContract.THERE)
            .ipv4("192.0.2.1", "198.51.100.2")
            .tcp(1, 2)
            .payload(new byte[1400])
            .build();
    frame[24] = 0;
    frame[25] = 0;
    TransportChecksum.prepareTcp(MemorySegment.ofArray(frame), 14, 34, 0);
    return frame;
  }

  private PortSettings settings(Set<Feature> without) {
    List<Byte> key = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      key.add((byte) (17 * i));
    }
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeAll(without);
    return new PortSettings(1, 32, 1500, features, key);
  }

  private void traffic(Nic near, Nic far, Port here, Port there) {
    for (int i = 0; i < PACKETS; i += BATCH) {
      for (int j = 0; j < BATCH; j++) {
        Packet packet = pool.take();
        packet.copyFrom(frame);
        packet.offload().headers(14, 20, 20, false, true);
        packet.offload().segment(800);
        packet.offload().insertVlan(j);
        assertTrue(here.tx(0).submit(packet, j < BATCH - 1) == Submit.ACCEPTED);
      }
      near.process();
      far.process();
      assertTrue(here.tx(0).complete(BATCH, sent) == BATCH);
      received += there.rx(0).poll(2 * BATCH, stack);
      there.unmask(0);
      far.take(0);
      there.causes(0);
    }
  }

  private void allocatesNothing(Nic near, Nic far, PortFactory driver, PortSettings s) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Port here = driver.open(near, dma, queue -> pool, s);
    Port there = driver.open(far, dma, queue -> pool, s);
    traffic(near, far, here, there);
    long before = threads.getCurrentThreadAllocatedBytes();
    traffic(near, far, here, there);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(before > 0, "allocation is not measured");
    assertTrue(allocated <= SLACK, allocated + " bytes for " + PACKETS + " packets");
    assertEquals(4 * PACKETS, received);
  }

  @Test
  void theSimulated82599() {
    Nic near = new TenGigabitNic(dma, wire.left());
    Nic far = new TenGigabitNic(dma, wire.right());
    allocatesNothing(near, far, MultiQueuePort::open, settings(Set.of()));
  }

  @Test
  void theSimulated8254xWithOffloads() {
    Nic near = new SimulatedNic(dma, wire.left());
    Nic far = new SimulatedNic(dma, wire.right());
    Set<Feature> without = EnumSet.of(Feature.RSS, Feature.MSIX);
    allocatesNothing(near, far, EthernetPort::open, settings(without));
  }
}
