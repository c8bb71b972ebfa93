package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.HARDIRQ;
import static org.ringbook.adapters.linux.LinuxRule.SKB_FREE_ANY_IN_HARDIRQ;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Allocates and frees packet buffers and their pages ({@code net/core/skbuff.c}).
 *
 * <p>Freeing has two names. {@code kfree_skb} and its kin mean a drop, and tools
 * that watch drops see it; {@code consume_skb} and its kin mean that the frame was
 * done.
 */
public final class SkBuffs {
  /** Headroom of receive buffers ({@code NET_SKB_PAD}, x86: a cache line). */
  public static final int NET_SKB_PAD = 64;

  private static final int ETH_ZLEN = 60;

  private final LinuxKernel kernel;
  private int live;
  private int pages;

  SkBuffs(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** {@code alloc_skb}: null if there is no memory. */
  public SkBuff allocSkb(int bytes, Gfp gfp) {
    return allocate("alloc_skb", bytes, gfp);
  }

  /** {@code napi_alloc_skb}: with headroom, from softirq context; or null. */
  public SkBuff napiAllocSkb(int bytes) {
    SkBuff skb = allocate("napi_alloc_skb", bytes + NET_SKB_PAD, Gfp.GFP_ATOMIC);
    if (skb != null) {
      skb.skbReserve(NET_SKB_PAD);
    }
    return skb;
  }

  private SkBuff allocate(String name, int bytes, Gfp gfp) {
    kernel.call(name);
    MemorySegment head = kernel.memory(name, bytes + SkBuff.SHARED_INFO, gfp);
    return head == null ? null : counted(new SkBuff(kernel, head));
  }

  /**
   * {@code napi_build_skb}: an skb around a page that a device wrote to. The skb
   * holds the page then; it is empty, with no headroom yet. Null if there is no
   * memory for the {@code sk_buff} itself; the page is the driver's still.
   */
  public SkBuff napiBuildSkb(Page page) {
    kernel.call("napi_build_skb");
    if (kernel.allocationFails()) {
      return null;
    }
    pages--;
    return counted(new SkBuff(kernel, page.memory()));
  }

  private SkBuff counted(SkBuff skb) {
    live++;
    return skb;
  }

  /** {@code dev_alloc_page}: a page to receive into; null if there is no memory. */
  public Page devAllocPage() {
    kernel.call("dev_alloc_page");
    MemorySegment memory = kernel.memory("page", Page.PAGE_SIZE, Gfp.GFP_ATOMIC);
    if (memory == null) {
      return null;
    }
    pages++;
    return new Page(memory);
  }

  /** {@code __free_page}: a page that no skb holds. */
  public void freePage(Page page) {
    kernel.call("__free_page");
    pages--;
    kernel.free(page.memory());
  }

  /**
   * {@code eth_skb_pad}: fills up to 60 bytes with zeros, in one linear part.
   *
   * @return 0; otherwise there was no room, and the skb is freed
   */
  public int ethSkbPad(SkBuff skb) {
    kernel.call("eth_skb_pad");
    int missing = ETH_ZLEN - skb.len();
    if (missing <= 0) {
      return 0;
    }
    int error = skbLinearize(skb);
    if (error != 0) {
      free(skb, true);
      return error;
    }
    skb.skbPut(missing).fill((byte) 0);
    return 0;
  }

  /**
   * {@code skb_linearize}: copies the frags behind the linear part.
   *
   * @return 0, or a negative error if there is no room
   */
  public int skbLinearize(SkBuff skb) {
    kernel.call("skb_linearize");
    int more = skb.len() - skb.skbHeadlen();
    if (more > skb.room()) {
      return -Errno.ENOMEM;
    }
    List<SkbFrag> frags = skb.frags();
    skb.rawFrags().clear();
    for (SkbFrag frag : frags) {
      skb.skbPut(frag.size()).copyFrom(frag.memory());
      freePage(frag.page());
    }
    return 0;
  }

  /**
   * {@code skb_cow_head(skb, 0)}: makes the headers the caller's own, to write.
   *
   * @return 0, or a negative error if there is no memory
   */
  public int skbCowHead(SkBuff skb) {
    kernel.call("skb_cow_head");
    skb.requireOwned("skb_cow_head");
    if (kernel.allocationFails()) {
      return -Errno.ENOMEM;
    }
    skb.shareHead(false);
    return 0;
  }

  /** {@code dev_kfree_skb_any}: drops it, in any context. */
  public void devKfreeSkbAny(SkBuff skb) {
    kernel.call("dev_kfree_skb_any");
    free(skb, true);
  }

  /** {@code dev_consume_skb_any}: it was sent, or was copied; in any context. */
  public void devConsumeSkbAny(SkBuff skb) {
    kernel.call("dev_consume_skb_any");
    free(skb, false);
  }

  /**
   * {@code napi_consume_skb}: the same from a poll; budget 0 tells netpoll apart.
   */
  public void napiConsumeSkb(SkBuff skb, int budget) {
    kernel.call(budget == 0 ? "dev_consume_skb_any" : "napi_consume_skb");
    free(skb, false);
  }

  /** {@code kfree_skb}: drops it, but not in an interrupt handler. */
  public void kfreeSkb(SkBuff skb) {
    kernel.call("kfree_skb");
    SKB_FREE_ANY_IN_HARDIRQ.require(kernel.context() != HARDIRQ, "kfree_skb");
    free(skb, true);
  }

  private void free(SkBuff skb, boolean asDrop) {
    skb.die(asDrop);
    live--;
    kernel.free(skb.head());
    for (SkbFrag frag : skb.rawFrags()) {
      pages--;
      kernel.free(frag.page().memory());
    }
    skb.merged().forEach(part -> free(part, asDrop));
  }

  /** Packet buffers and pages that are not freed. */
  public int allocated() {
    return live + pages;
  }
}
