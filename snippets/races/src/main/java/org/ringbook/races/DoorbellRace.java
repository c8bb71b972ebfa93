package org.ringbook.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing;

/** Who sees the new tail sees the descriptors before it. */
@JCStressTest
@Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "the old tail")
@Outcome(id = "2, 130", expect = ACCEPTABLE, desc = "the new tail, both lengths")
@Outcome(expect = FORBIDDEN, desc = "the new tail before the descriptors")
@State
public class DoorbellRace {
  private final DmaMemory memory = new DmaMemory(8192);
  private final DescriptorRing slots = new DescriptorRing(memory, 8);
  private final PacketPool pool = new PacketPool(memory, 2, 128);
  private final TxRing ring = new TxRing(slots, value -> tail = value);
  private volatile int tail;

  /** The driver sends two packets with one doorbell. */
  @Actor
  public void driver() {
    submit(60, true);
    submit(70, false);
  }

  private void submit(int length, boolean more) {
    Packet packet = pool.take();
    packet.length(length);
    if (ring.submit(packet, more) == TxRing.Submit.FULL) {
      throw new IllegalStateException("a new ring is not full");
    }
  }

  /** The device. */
  @Actor
  public void device(II_Result seen) {
    seen.r1 = tail;
    seen.r2 = seen.r1 == 0 ? -1 : length(0) + length(1);
  }

  private int length(int index) {
    return LegacyTxDescriptor.length(slots.slots(), slots.offset(index));
  }
}
