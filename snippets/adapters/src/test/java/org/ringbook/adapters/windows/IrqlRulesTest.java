package org.ringbook.adapters.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.adapters.windows.Irql.DIRQL;
import static org.ringbook.adapters.windows.Irql.DISPATCH_LEVEL;
import static org.ringbook.adapters.windows.Irql.PASSIVE_LEVEL;
import static org.ringbook.adapters.windows.NdisFixture.breaks;

import org.junit.jupiter.api.Test;

/** Levels, spin locks and interrupts. */
class IrqlRulesTest {
  private final NdisFixture ndis = NdisFixture.running(new IdleMiniport());
  private final Processor processor = ndis.processor;

  @Test
  void sharedMemoryIsAllocatedByThreads() {
    processor.keRaiseIrql(DISPATCH_LEVEL);
    breaks("NdisMAllocateSharedMemory", () -> ndis.adapter.sharedMemory().allocate(64, 64));
  }

  @Test
  void scatterGatherListsAreMadeAtDispatch() {
    var dma = new ScatterGatherDma(processor, ndis.machine.iommu(), list -> {});
    breaks("called at PASSIVE_LEVEL", () -> dma.allocate(ndis.frame()));
  }

  @Test
  void registeringIsForThreads() {
    processor.keRaiseIrql(DISPATCH_LEVEL);
    breaks(
        "NdisMRegisterScatterGatherDma",
        () -> new ScatterGatherDma(processor, ndis.machine.iommu(), list -> {}));
    breaks("NdisMRegisterInterruptEx", () -> ndis.adapter.interrupts().register(null));
    breaks("NdisOpenConfigurationEx", () -> ndis.adapter.configuration().read("x", 0));
    breaks("NdisMSetMiniportAttributes", ndis.adapter::ndisMSetMiniportAttributes);
  }

  @Test
  void serviceRoutinesDoNothingButMaskAndQueue() {
    NetBufferList list = ndis.list();
    processor.keRaiseIrql(DIRQL);
    breaks("DIRQL", () -> ndis.adapter.ndisMSendNetBufferListsComplete(list));
    breaks("DIRQL", () -> ndis.adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0));
    breaks("DIRQL", () -> ndis.adapter.ndisMIndicateStatusEx(true));
    breaks("DIRQL", () -> ndis.pool.allocate(ndis.frame()));
    breaks("DIRQL", () -> new SpinLock(processor).acquire());
    ndis.adapter.interrupts().queueDpc(0);
  }

  @Test
  void aLockRaisesAndRestoresTheLevel() {
    SpinLock lock = new SpinLock(processor);
    lock.acquire();
    assertEquals(DISPATCH_LEVEL, processor.level());
    lock.release();
    assertEquals(PASSIVE_LEVEL, processor.level());
  }

  @Test
  void dprLocksAreForDispatchLevel() {
    breaks("NdisDprAcquireSpinLock", () -> new SpinLock(processor).dprAcquire());
  }

  @Test
  void aLockIsNotTakenTwice() {
    SpinLock lock = new SpinLock(processor);
    lock.acquire();
    breaks("spins for itself", lock::dprAcquire);
  }

  @Test
  void aLockIsReleasedByItsCounterpart() {
    SpinLock lock = new SpinLock(processor);
    lock.acquire();
    breaks("counterpart", lock::dprRelease);
    processor.keRaiseIrql(DISPATCH_LEVEL);
    breaks("nobody holds it", new SpinLock(processor)::release);
  }

  @Test
  void noLockIsHeldOverACallThatMayComeBack() {
    NetBufferList list = ndis.list();
    new SpinLock(processor).acquire();
    breaks("no spin lock", () -> ndis.adapter.ndisMSendNetBufferListsComplete(list));
    breaks("no spin lock", () -> ndis.adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0));
    breaks("no spin lock", () -> ndis.adapter.ndisMIndicateStatusEx(true));
  }

  @Test
  void functionsReturnWithTheLocksAndLevelTheyWereCalledWith() {
    SpinLock lock = new SpinLock(processor);
    breaks("1 held", () -> processor.enter("MiniportRestart", PASSIVE_LEVEL, lock::acquire));
    Processor other = new Processor();
    breaks(
        "returned at DISPATCH_LEVEL",
        () -> other.enter("MiniportPause", PASSIVE_LEVEL, () -> other.keRaiseIrql(DISPATCH_LEVEL)));
  }

  @Test
  void levelsAreRaisedUpAndLoweredDown() {
    Irql before = processor.keRaiseIrql(DISPATCH_LEVEL);
    breaks("DISPATCH_LEVEL to PASSIVE_LEVEL", () -> processor.keRaiseIrql(PASSIVE_LEVEL));
    processor.keLowerIrql(before);
    breaks("PASSIVE_LEVEL to DISPATCH_LEVEL", () -> processor.keLowerIrql(DISPATCH_LEVEL));
  }

  @Test
  void aLineThatStaysAssertedIsAStorm() {
    ndis.adapter.interrupts().register(handlers());
    ndis.asserted = 2;
    breaks("still asserted", ndis.control::deliver);
  }

  @Test
  void anInterruptIsDeregisteredOnce() {
    ndis.adapter.interrupts().register(handlers());
    ndis.adapter.interrupts().deregister();
    breaks("deregistered once", ndis.adapter.interrupts()::deregister);
  }

  @Test
  void aDpcFollowsItsInterrupt() {
    ndis.adapter.interrupts().register(handlers());
    ndis.asserted = 1;
    assertEquals(1, ndis.control.deliver());
    var calls = processor.trace();
    assertEquals("MiniportInterruptDPC", calls.getLast());
    assertEquals("MiniportInterrupt", calls.get(calls.size() - 2));
  }

  private static InterruptHandlers handlers() {
    return new InterruptHandlers() {
      @Override
      public boolean interrupt(int message) {
        return true;
      }

      @Override
      public void dpc(int message) {}
    };
  }
}
