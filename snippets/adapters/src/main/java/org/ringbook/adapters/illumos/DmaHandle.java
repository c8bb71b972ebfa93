package org.ringbook.adapters.illumos;

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

/**
 * ddi_dma_handle_t, through its life: allocate, have memory or bring it, bind, sync as
 * often as the buffer changes hands, unbind, free (Writing Device Drivers, "Direct
 * Memory Access").
 */
public final class DmaHandle {
  private static final long PAGE = 4096;

  private final DdiDma dma;
  private final Kernel kernel;
  private final HostMemory hostMemory;
  private final Iommu iommu;
  private MemorySegment memory;
  private Mapping mapping;
  private boolean freed;
  private int cookiesRead;

  DmaHandle(DdiDma dma, Kernel kernel, HostMemory hostMemory, Iommu iommu) {
    this.dma = dma;
    this.kernel = kernel;
    this.hostMemory = hostMemory;
    this.iommu = iommu;
  }

  /**
   * ddi_dma_mem_alloc with DDI_DMA_STREAMING: memory that a device may reach.
   *
   * @param alignment dma_attr_align, a power of two up to 4096
   */
  public MemorySegment memAlloc(long bytes, long alignment) {
    kernel.call("ddi_dma_mem_alloc");
    require(memory == null, "memory is allocated once", "ddi_dma_mem_alloc(9F)");
    memory = hostMemory.allocate(bytes, alignment, "ddi_dma_mem_alloc");
    dma.memory(1);
    return memory;
  }

  /**
   * ddi_dma_addr_bind_handle: the device may reach the memory from now on.
   *
   * @param toDevice DDI_DMA_WRITE; false: DDI_DMA_READ
   * @return cookies, at least 1; 0 for DDI_DMA_NORESOURCES
   */
  public int bind(MemorySegment buffer, boolean toDevice) {
    kernel.call("ddi_dma_addr_bind_handle");
    require(!freed, "a handle is used until it is freed", "ddi_dma_free_handle(9F)");
    require(mapping == null, "a handle is bound once (DDI_DMA_INUSE)", "ddi_dma_addr_bind_handle(9F)");
    try {
      mapping = iommu.map(buffer, toDevice ? Direction.TO_DEVICE : Direction.FROM_DEVICE);
    } catch (MappingFailed noResources) {
      return 0;
    }
    dma.bound(1);
    cookiesRead = 1;
    return cookies();
  }

  // tag::cookies[]
  /** ddi_dma_ncookies: pieces that the device sees, each within one page. */
  public int cookies() {
    requireBound("ddi_dma_ncookies");
    long start = mapping.busAddress() / PAGE;
    long end = (mapping.busAddress() + mapping.length() - 1) / PAGE;
    return (int) (end - start + 1);
  }

  /** ddi_dma_cookie_get: dmac_laddress of a cookie. */
  public long cookieAddress(int cookie) {
    requireBound("ddi_dma_cookie_get");
    require(cookie < cookies(), "there are as many cookies as bind said", "ddi_dma_cookie_get(9F)");
    return mapping.busAddress() + cookieOffset(cookie);
  }

  /** Offset of a cookie's first byte in the memory that was bound. */
  public long cookieOffset(int cookie) {
    long first = PAGE - mapping.busAddress() % PAGE;
    return cookie == 0 ? 0 : first + (cookie - 1) * PAGE;
  }

  /** dmac_size of a cookie. */
  public long cookieSize(int cookie) {
    long end = Math.min(cookieOffset(cookie + 1), mapping.length());
    return end - cookieOffset(cookie);
  }

  // end::cookies[]

  /**
   * ddi_dma_nextcookie: how drivers iterated before ddi_dma_cookie_iter. The first
   * cookie came from bind; asking for more than there are is undefined.
   */
  public long nextCookie() {
    kernel.call("ddi_dma_nextcookie");
    requireBound("ddi_dma_nextcookie");
    require(
        cookiesRead < cookies(),
        "ddi_dma_nextcookie is called for all cookies but the first",
        "ddi_dma_nextcookie(9F)");
    return cookieAddress(cookiesRead++);
  }

  /** ddi_dma_sync with DDI_DMA_SYNC_FORDEV: the device sees what the CPU wrote. */
  public void syncForDevice() {
    kernel.call("ddi_dma_sync");
    requireBound("ddi_dma_sync");
    mapping.syncForDevice();
  }

  /** ddi_dma_sync with DDI_DMA_SYNC_FORKERNEL: the kernel sees what the device wrote. */
  public void syncForKernel() {
    kernel.call("ddi_dma_sync");
    requireBound("ddi_dma_sync");
    mapping.syncForCpu();
  }

  /** The bound memory, for the CPU; after a sync for it only. */
  public MemorySegment cpu() {
    requireBound("the handle");
    return mapping.cpu();
  }

  /** ddi_dma_unbind_handle: syncs for the CPU, and the device's way ends. */
  public void unbind() {
    kernel.call("ddi_dma_unbind_handle");
    requireBound("ddi_dma_unbind_handle");
    mapping.unmap();
    mapping = null;
    dma.bound(-1);
  }

  /** ddi_dma_mem_free: after unbinding. */
  public void memFree() {
    kernel.call("ddi_dma_mem_free");
    require(mapping == null, "memory is unbound before it is freed", "ddi_dma_mem_free(9F)");
    require(memory != null, "memory is freed once", "ddi_dma_mem_free(9F)");
    hostMemory.free(memory);
    memory = null;
    dma.memory(-1);
  }

  /** ddi_dma_free_handle: after unbinding. */
  public void free() {
    kernel.call("ddi_dma_free_handle");
    require(mapping == null, "a handle is unbound before it is freed", "ddi_dma_free_handle(9F)");
    require(!freed, "a handle is freed once", "ddi_dma_free_handle(9F)");
    freed = true;
    dma.handleFreed();
  }

  private void requireBound(String call) {
    require(mapping != null, call + " needs a bound handle", "ddi_dma_addr_bind_handle(9F)");
  }

  private static void require(boolean kept, String rule, String source) {
    if (!kept) {
      throw new RuleBroken(rule, source, "it was not so");
    }
  }
}
