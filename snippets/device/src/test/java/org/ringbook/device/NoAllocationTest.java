package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.PacketSink;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** Once warm, neither the rings nor the device allocate anything for a packet. */
class NoAllocationTest {
  private static final int PACKETS = 100_000;
  private static final int BATCH = 16;

  /** What the measurement itself may cost: far less than one byte for a packet. */
  private static final long SLACK = 4096;

  private final TwoPorts ports = new TwoPorts(32, 64);
  private final TxRing tx = ports.left().port().tx();
  private final TxRing.Completion sent = Packet::giveBack;
  private final PacketSink stack = Packet::giveBack;

  private void traffic(int packets) {
    for (int i = 0; i < packets; i += BATCH) {
      for (int j = 0; j < BATCH; j++) {
        Packet packet = ports.left().pool().take();
        packet.length(60 + j);
        assertTrue(tx.submit(packet, j < BATCH - 1) == Submit.ACCEPTED);
      }
      ports.settle();
      assertTrue(tx.complete(BATCH, sent) == BATCH);
      assertTrue(ports.right().port().rx().poll(BATCH, stack) == BATCH);
    }
  }

  @Test
  void aHundredThousandPacketsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] address = {2, 0, 0, 0, 0, 1};
    Packet first = ports.left().pool().take();
    first.copyFrom(address);
    first.giveBack();
    traffic(PACKETS);
    long before = threads.getCurrentThreadAllocatedBytes();
    traffic(PACKETS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(before > 0, "allocation is not measured");
    assertTrue(allocated <= SLACK, allocated + " bytes for " + PACKETS + " packets");
    assertEquals(2 * PACKETS, ports.right().port().rx().statistics().received());
  }
}
