package org.ringbook.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.foreign.ValueLayout;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * A packet comes back once, and not before the device has read it: the driver that
 * overwrites a completed buffer can't change what was sent.
 */
@JCStressTest
@Outcome(id = "0, 7, 1", expect = ACCEPTABLE, desc = "too early; later, once")
@Outcome(id = "1, 7, 0", expect = ACCEPTABLE, desc = "at once, and never again")
@Outcome(expect = FORBIDDEN, desc = "twice, never, or overwritten too early")
@State
public class CompletionRace {
  private final DmaMemory memory = new DmaMemory(8192);
  private final DescriptorRing slots = new DescriptorRing(memory, 8);
  private final PacketPool pool = new PacketPool(memory, 1, 128);
  private final TxRing ring = new TxRing(slots, value -> {});
  private final TxRing.Completion overwrite = CompletionRace::overwrite;

  /** One packet is with the device. */
  public CompletionRace() {
    Packet packet = pool.take();
    packet.copyFrom(new byte[60]);
    packet.data().set(ValueLayout.JAVA_BYTE, 0, (byte) 7);
    if (ring.submit(packet) == TxRing.Submit.FULL) {
      throw new IllegalStateException("a new ring is not full");
    }
  }

  private static void overwrite(Packet packet) {
    packet.data().set(ValueLayout.JAVA_BYTE, 0, (byte) 9);
    packet.giveBack();
  }

  /** The device reads the data, then says so. */
  @Actor
  public void device(III_Result seen) {
    long address = LegacyTxDescriptor.address(slots.slots(), 0);
    long at = address - DmaMemory.DEFAULT_BASE;
    seen.r2 = memory.memory().get(ValueLayout.JAVA_BYTE, at);
    LegacyTxDescriptor.writeBack(slots.slots(), 0, LegacyTxDescriptor.DD);
  }

  /** The driver reaps, and uses the buffer again at once. */
  @Actor
  public void driver(III_Result seen) {
    seen.r1 = ring.complete(8, overwrite);
  }

  /** Afterwards the driver reaps once more. */
  @Arbiter
  public void after(III_Result seen) {
    seen.r3 = ring.complete(8, overwrite);
  }
}
