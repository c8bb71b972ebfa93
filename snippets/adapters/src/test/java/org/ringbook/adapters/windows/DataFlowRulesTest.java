package org.ringbook.adapters.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.ringbook.adapters.windows.NdisFixture.breaks;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who holds a list, and when its frames are mapped. */
class DataFlowRulesTest {
  private final NdisFixture ndis = NdisFixture.running(new IdleMiniport());
  private final MiniportAdapter adapter = ndis.adapter;
  private final List<ScatterGatherList> mapped = new ArrayList<>();
  private final ScatterGatherDma dma =
      new ScatterGatherDma(ndis.processor, ndis.machine.iommu(), mapped::add);

  @Test
  void aListIsCompletedOnce() {
    NetBufferList list = ndis.list();
    ndis.control.send(list);
    adapter.ndisMSendNetBufferListsComplete(list);
    assertEquals(List.of(list), ndis.completed);
    breaks("completed once", () -> adapter.ndisMSendNetBufferListsComplete(list));
  }

  @Test
  void aListIsNotCompletedBeforeAllItsFramesAreDone() {
    NetBufferList list = ndis.pool.allocate(ndis.frame(), ndis.frame());
    ndis.control.send(list);
    ndis.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
    dma.allocate(list.first());
    dma.allocate(list.first().next());
    dma.free(mapped.getFirst());
    breaks("when all its frames are done", () -> adapter.ndisMSendNetBufferListsComplete(list));
    dma.free(mapped.getLast());
    adapter.ndisMSendNetBufferListsComplete(list);
    assertEquals(0, ndis.machine.iommu().mapped());
  }

  @Test
  void aScatterGatherListIsFreedBeforeItsFrameIsGone() {
    NetBufferList list = ndis.list();
    ndis.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
    dma.allocate(list.first());
    breaks("before the frame is completed", () -> dma.free(mapped.getFirst()));
  }

  @Test
  void aScatterGatherListIsNotAskedForWithALock() {
    new SpinLock(ndis.processor).acquire();
    breaks("no spin lock", () -> dma.allocate(ndis.frame()));
  }

  @Test
  void deregistersWhenNothingIsMapped() {
    NetBufferList list = ndis.list();
    Irql before = ndis.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
    dma.allocate(list.first());
    ndis.processor.keLowerIrql(before);
    breaks("1 are not", dma::deregister);
  }

  @Test
  void aHandleEndsWithItsDeregistration() {
    dma.deregister();
    ndis.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
    breaks("it was deregistered", () -> dma.allocate(ndis.frame()));
  }

  @Test
  void theCallbackMayComeLater() {
    dma.callBackLater(true);
    ndis.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
    assertEquals(NdisStatus.SUCCESS, dma.allocate(ndis.list().first()));
    assertEquals(List.of(), mapped);
    assertEquals(1, dma.runCallbacks());
    assertEquals(1, mapped.size());
  }

  @Test
  void elementsEndAtPagesAndStartWithTheMdl() {
    var memory = ndis.machine.memory().allocate(9000, 4096);
    memory.set(ValueLayout.JAVA_BYTE, 8999, (byte) 7);
    NetBufferList list = ndis.pool.allocate(new NetBuffer(new Mdl(memory), 16, 8984));
    ndis.processor.keRaiseIrql(Irql.DISPATCH_LEVEL);
    dma.allocate(list.first());
    ScatterGatherList elements = mapped.getFirst();
    assertEquals(3, elements.elements());
    assertEquals(4096, elements.length(0));
    assertEquals(4096, elements.length(1));
    assertEquals(808, elements.length(2));
    assertEquals(elements.address(0) + 4096, elements.address(1));
    assertEquals(7, elements.memory(2).get(ValueLayout.JAVA_BYTE, 807));
  }

  @Test
  void aFrameIsReadAcrossMdls() {
    Mdl second = new Mdl(ndis.machine.memory().allocate(2, 1));
    second.memory().set(ValueLayout.JAVA_BYTE, 0, (byte) 3);
    Mdl first = new Mdl(ndis.machine.memory().allocate(4, 1));
    first.memory().set(ValueLayout.JAVA_BYTE, 3, (byte) 2);
    first.next(second);
    NetBuffer frame = new NetBuffer(first, 2, 3);
    assertArrayEquals(new byte[] {0, 2, 3}, frame.toByteArray());
    assertEquals(3, frame.byteAt(2));
  }

  @Test
  void aListIsNotIndicatedTwice() {
    NetBufferList list = ndis.list();
    adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0);
    breaks(
        "before NDIS has returned it",
        () -> adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0));
    ndis.control.giveBack(list);
    adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0);
  }

  @Test
  void withResourcesTheMiniportKeepsTheList() {
    NetBufferList list = ndis.list();
    int flags = MiniportAdapter.NDIS_RECEIVE_FLAGS_RESOURCES;
    adapter.ndisMIndicateReceiveNetBufferLists(list, 1, flags);
    adapter.ndisMIndicateReceiveNetBufferLists(list, 1, flags);
    assertEquals(2, ndis.received.size());
    assertEquals(NetBufferList.Holder.ALLOCATOR, list.holder());
  }

  @Test
  void theCountIsTheLengthOfTheChain() {
    NetBufferList list = ndis.list();
    breaks("2 were announced", () -> adapter.ndisMIndicateReceiveNetBufferLists(list, 2, 0));
  }

  @Test
  void aListIsFreedByWhoHoldsIt() {
    NetBufferList list = ndis.list();
    ndis.control.send(list);
    breaks("held by MINIPORT", () -> ndis.pool.free(list));
    adapter.ndisMSendNetBufferListsComplete(list);
    ndis.pool.free(list);
    breaks("held by NOBODY", () -> ndis.pool.free(list));
    assertNull(list.next());
  }

  @Test
  void aPoolIsFreedEmpty() {
    ndis.list();
    breaks("1 are not", ndis.pool::freePool);
  }

  @Test
  void sharedMemoryIsFreedOnce() {
    var region = adapter.sharedMemory().allocate(64, 64);
    adapter.sharedMemory().release(region);
    breaks("freed once", () -> adapter.sharedMemory().release(region));
  }
}
