package org.ringbook.dataplane.dma;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaBus.Access;

/** Translating, and handing a buffer to and fro, are on the way of every packet. */
class TranslateAllocatesNothingTest {
  private static final int ROUNDS = 100_000;

  /** What the measurement itself may cost: far less than one byte for a round. */
  private static final long SLACK = 4096;

  private final HostMemory memory = new HostMemory(1 << 16);
  private final Iommu iommu = new Iommu(memory, Coherence.NON_COHERENT);
  private final Mapping mapping = iommu.map(memory.allocate(2048, 64), Direction.FROM_DEVICE);

  private void rounds() {
    for (int i = 0; i < ROUNDS; i++) {
      iommu.translate(mapping.busAddress() + i % 64, 60, Access.WRITE);
      mapping.syncForCpu();
      mapping.syncForDevice();
    }
  }

  @Test
  void onceWarm() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    rounds();
    long before = threads.getCurrentThreadAllocatedBytes();
    rounds();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(before > 0, "allocation is not measured");
    assertTrue(allocated <= SLACK, allocated + " bytes");
  }
}
