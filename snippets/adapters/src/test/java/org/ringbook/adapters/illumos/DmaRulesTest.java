package org.ringbook.adapters.illumos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.ringbook.adapters.illumos.GldFixture.breaks;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** A DMA handle's life, out of order. */
class DmaRulesTest {
  private final GldFixture os = new GldFixture();
  private final DmaHandle handle = os.dma.allocHandle(true);
  private final MemorySegment memory = handle.memAlloc(9000, 4096);

  @Test
  void isBoundOnce() {
    handle.bind(memory, true);
    breaks("DDI_DMA_INUSE", () -> handle.bind(memory, true));
  }

  @Test
  void isUnboundBeforeItIsFreed() {
    handle.bind(memory, true);
    breaks("unbound before it is freed", handle::free);
    breaks("unbound before it is freed", handle::memFree);
    handle.unbind();
    handle.memFree();
    handle.free();
    breaks("freed once", handle::free);
    breaks("freed once", handle::memFree);
    breaks("until it is freed", () -> handle.bind(memory, true));
  }

  @Test
  void isSyncedWhileBound() {
    breaks("needs a bound handle", handle::syncForDevice);
    breaks("needs a bound handle", handle::syncForKernel);
    breaks("needs a bound handle", handle::unbind);
    breaks("needs a bound handle", handle::cookies);
  }

  @Test
  void hasOneMemory() {
    breaks("memory is allocated once", () -> handle.memAlloc(64, 8));
  }

  @Test
  void hasACookieForEachPage() {
    assertEquals(3, handle.bind(memory, true));
    assertEquals(4096, handle.cookieSize(0));
    assertEquals(808, handle.cookieSize(2));
    assertEquals(handle.cookieAddress(0) + 8192, handle.cookieAddress(2));
    breaks("as many cookies as bind said", () -> handle.cookieAddress(3));
  }

  @Test
  void givesEachFurtherCookieOnce() {
    handle.bind(memory, true);
    handle.nextCookie();
    handle.nextCookie();
    breaks("all cookies but the first", handle::nextCookie);
  }

  @Test
  void belongsToTheDeviceUntilItIsSynced() {
    handle.bind(memory, false);
    assertThrows(IllegalStateException.class, handle::cpu);
    handle.syncForKernel();
    assertEquals(9000, handle.cpu().byteSize());
  }

  @Test
  void isNotWaitedForInAnInterrupt() {
    breaks("DDI_DMA_SLEEP", () -> os.inInterrupt(() -> os.dma.allocHandle(true)));
    os.inInterrupt(() -> os.dma.allocHandle(false));
  }

  @Test
  void withoutResourcesNothingIsBound() {
    os.machine.iommu().failNext(1);
    assertEquals(0, handle.bind(memory, true));
    assertEquals(0, os.dma.bound());
  }
}
