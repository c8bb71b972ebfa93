package org.ringbook.adapters.windows;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

/**
 * Scatter/gather DMA of a miniport: NDIS maps a frame and hands the addresses to
 * MiniportProcessSGList, before {@link #allocate} returns or later, as it likes; a
 * driver must bear both (WDK, "NDIS Scatter/Gather DMA").
 */
public final class ScatterGatherDma {
  private final Processor processor;
  private final Iommu iommu;
  private final Consumer<ScatterGatherList> processSgList;
  private final Queue<ScatterGatherList> waiting = new ArrayDeque<>();
  private boolean registered = true;
  private boolean later;
  private int live;

  /**
   * NdisMRegisterScatterGatherDma: at PASSIVE_LEVEL, in MiniportInitializeEx.
   *
   * @param processSgList MiniportProcessSGList
   */
  public ScatterGatherDma(
      Processor processor, Iommu iommu, Consumer<ScatterGatherList> processSgList) {
    this.processor = processor;
    this.iommu = iommu;
    this.processSgList = processSgList;
    processor.passive("NdisMRegisterScatterGatherDma");
  }

  /**
   * NdisMAllocateNetBufferSGList: at DISPATCH_LEVEL. Its result says whether
   * MiniportProcessSGList is called, not whether it was.
   *
   * @param frame that the device shall read (NDIS_SG_LIST_WRITE_TO_DEVICE)
   * @return SUCCESS or RESOURCES
   */
  public NdisStatus allocate(NetBuffer frame) {
    processor.dispatch("NdisMAllocateNetBufferSGList");
    processor.requireNoSpinLock("NdisMAllocateNetBufferSGList");
    requireRegistered();
    List<MemorySegment> memory = describedBy(frame);
    try {
      List<Mapping> mappings = iommu.mapAll(memory, Direction.TO_DEVICE);
      enqueue(new ScatterGatherList(frame, mappings, memory));
      return NdisStatus.SUCCESS;
    } catch (MappingFailed noMapRegisters) {
      return NdisStatus.RESOURCES;
    }
  }

  private static List<MemorySegment> describedBy(NetBuffer frame) {
    List<MemorySegment> memory = new ArrayList<>();
    int left = frame.currentMdlOffset() + frame.dataLength();
    for (Mdl mdl = frame.currentMdl(); left > 0; mdl = mdl.next()) {
      int count = Math.min(left, mdl.byteCount());
      memory.add(mdl.memory().asSlice(0, count));
      left -= count;
    }
    return memory;
  }

  private void enqueue(ScatterGatherList list) {
    list.frame().scatterGather(list);
    waiting.add(list);
    live++;
    if (!later) {
      runCallbacks();
    }
  }

  /** Calls MiniportProcessSGList for all lists that were put off. */
  int runCallbacks() {
    int count = 0;
    for (; !waiting.isEmpty(); count++) {
      ScatterGatherList list = waiting.remove();
      Runnable callback = () -> processSgList.accept(list);
      processor.enter("MiniportProcessSGList", Irql.DISPATCH_LEVEL, callback);
    }
    return count;
  }

  /** NdisMFreeNetBufferSGList: at DISPATCH_LEVEL, when the device is done. */
  public void free(ScatterGatherList list) {
    processor.dispatch("NdisMFreeNetBufferSGList");
    NetBufferList owner = list.frame().list();
    if (owner.holder() != NetBufferList.Holder.MINIPORT) {
      throw new RuleBroken(
          "the scatter/gather list is freed before the frame is completed",
          "WDK, NdisMFreeNetBufferSGList",
          "the frame is held by " + owner.holder());
    }
    list.unmap();
    list.frame().scatterGather(null);
    live--;
  }

  /** NdisMDeregisterScatterGatherDma: at PASSIVE_LEVEL, with nothing mapped. */
  public void deregister() {
    processor.passive("NdisMDeregisterScatterGatherDma");
    requireRegistered();
    if (live > 0) {
      throw new RuleBroken(
          "all lists are freed before NdisMDeregisterScatterGatherDma",
          "WDK, NdisMDeregisterScatterGatherDma",
          live + " are not");
    }
    registered = false;
  }

  private void requireRegistered() {
    if (!registered) {
      throw new RuleBroken(
          "a handle is used until NdisMDeregisterScatterGatherDma",
          "WDK, NdisMRegisterScatterGatherDma",
          "it was deregistered");
    }
  }

  /** Lists allocated and not freed. */
  public int allocated() {
    return live;
  }

  /** Whether the handle is registered. */
  public boolean isRegistered() {
    return registered;
  }

  /** Has callbacks wait for {@link #runCallbacks}. */
  void callBackLater(boolean value) {
    later = value;
  }
}
