package org.ringbook.adapters.illumos;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.packet.Packet;

/** A receive buffer with its DMA handle: bound for as long as the driver is attached. */
final class RxBuffer {
  static final int SIZE = 2048;

  private final DmaHandle handle;
  private final MemorySegment memory;
  private final DmaRegion region;
  private boolean withKernel;

  RxBuffer(DdiDma dma) {
    handle = dma.allocHandle(true);
    memory = handle.memAlloc(SIZE, SIZE);
    if (handle.bind(memory, false) == 0) {
      handle.memFree();
      handle.free();
      throw new IllegalStateException("DDI_DMA_NORESOURCES");
    }
    region = new DmaRegion(memory, handle.cookieAddress(0));
  }

  DmaRegion region() {
    return region;
  }

  MemorySegment memory() {
    return memory;
  }

  boolean isOf(Packet packet) {
    return packet.busAddress() == region.busAddress();
  }

  /** Before it is posted. */
  void forDevice() {
    if (withKernel) {
      handle.syncForDevice();
      withKernel = false;
    }
  }

  /** Before anyone looks at what was received. */
  void forKernel() {
    handle.syncForKernel();
    withKernel = true;
  }

  void free() {
    handle.unbind();
    handle.memFree();
    handle.free();
  }
}
