package org.ringbook.races;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.ring.DescriptorRing;

/** Who sees DD sees all of the write-back. */
@JCStressTest
@Outcome(id = "0, -1", expect = Expect.ACCEPTABLE, desc = "not done yet")
@Outcome(id = "1, 60", expect = Expect.ACCEPTABLE, desc = "done, with its length")
@Outcome(expect = Expect.FORBIDDEN, desc = "done, with an old length")
@State
public class WriteBackRace {
  private final DescriptorRing ring = new DescriptorRing(new DmaMemory(4096), 8);

  /** The device. */
  @Actor
  public void device() {
    LegacyRxDescriptor.writeBack(ring.slots(), 0, 60, LegacyRxDescriptor.DD, 0);
  }

  /** The driver. */
  @Actor
  public void driver(II_Result seen) {
    int status = LegacyRxDescriptor.status(ring.slots(), 0);
    seen.r1 = status & LegacyRxDescriptor.DD;
    seen.r2 = seen.r1 == 0 ? -1 : LegacyRxDescriptor.length(ring.slots(), 0);
  }
}
