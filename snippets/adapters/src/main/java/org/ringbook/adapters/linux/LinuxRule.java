package org.ringbook.adapters.linux;

import org.ringbook.adapters.host.RuleBroken;

/**
 * What Linux demands of a network driver, as far as this model watches it, with the
 * place in the kernel's tree that says so or dies of it.
 */
public enum LinuxRule {
  /** include/linux/sched.h, kernel/sched/core.c: {@code might_sleep}. */
  NO_SLEEP_IN_ATOMIC("no sleep in hardirq or softirq", "include/linux/kernel.h"),
  /** Documentation/core-api/memory-allocation.rst. */
  NO_GFP_KERNEL_IN_ATOMIC("atomic context allocates with GFP_ATOMIC", In.ALLOCATION),
  /** Documentation/networking/netdevices.rst, rtnl_lock. */
  RTNL_IS_NOT_RECURSIVE("RTNL is not taken twice", "net/core/rtnetlink.c rtnl_lock"),
  /** net/core/skbuff.c, refcount_dec_and_test in skb_unref. */
  SKB_FREED_ONCE("an skb is freed once", "net/core/skbuff.c kfree_skb"),
  /** net/core/skbuff.c; found by KASAN. */
  SKB_NOT_USED_AFTER_FREE(
      "an skb is not touched once it is freed", "Documentation/dev-tools/kasan.rst"),
  /** include/linux/netdevice.h, napi_gro_receive and NETDEV_TX_OK hand it over. */
  SKB_NOT_USED_AFTER_HANDOVER("no skb of the stack is touched", "net/core/dev.c"),
  /** net/core/skbuff.c, {@code skb_over_panic}. */
  SKB_PUT_FITS_TAILROOM("skb_put fits tailroom", "net/core/skbuff.c skb_put"),
  /** include/linux/skbuff.h, {@code SKB_LINEAR_ASSERT}. */
  SKB_PUT_IS_LINEAR("skb_put is for an skb without frags", "include/linux/skbuff.h"),
  /** net/core/skbuff.c, {@code skb_under_panic}. */
  SKB_PUSH_FITS_HEADROOM("skb_push fits headroom", "net/core/skbuff.c skb_push"),
  /** include/linux/skbuff.h, {@code skb_reserve}. */
  SKB_RESERVE_WHEN_EMPTY(
      "skb_reserve moves the room of an empty skb only", "include/linux/skbuff.h"),
  /** include/linux/skbuff.h, {@code skb_cow_head}: TCP keeps a clone to repeat. */
  SKB_COW_BEFORE_WRITE(
      "headers of a cloned skb are not written without skb_cow_head",
      "include/linux/skbuff.h skb_cow_head"),
  /** include/linux/skbuff.h, {@code MAX_SKB_FRAGS}. */
  SKB_FRAGS_FIT("an skb has at most MAX_SKB_FRAGS frags", "include/linux/skbuff.h"),
  /** net/core/dev.c, {@code dev_kfree_skb_any_reason}. */
  SKB_FREE_ANY_IN_HARDIRQ("no kfree_skb in hardirq", "include/linux/netdevice.h"),
  /** Documentation/core-api/dma-api.rst, dma_mapping_error. */
  DMA_MAPPING_CHECKED(
      "each mapping is checked by dma_mapping_error before use",
      "Documentation/core-api/dma-api-howto.rst"),
  /** kernel/dma/debug.c, {@code check_unmap}. */
  DMA_UNMAP_KNOWN("only what is mapped is unmapped, once", In.UNMAP),
  /** kernel/dma/debug.c, {@code check_unmap}. */
  DMA_UNMAP_SAME_SIZE("unmap takes the size of the mapping", In.UNMAP),
  /** kernel/dma/debug.c, {@code check_unmap}. */
  DMA_UNMAP_SAME_DIRECTION("unmap takes the direction of the mapping", In.UNMAP),
  /** kernel/dma/debug.c, {@code check_unmap}: single or page. */
  DMA_UNMAP_SAME_KIND("single is unmapped as single, page as page", In.UNMAP),
  /** kernel/dma/debug.c, {@code check_sync}. */
  DMA_SYNC_WITHIN("a sync keeps to a live mapping", "kernel/dma/debug.c check_sync"),
  /** kernel/dma/mapping.c, WARN_ON(irqs_disabled()). */
  DMA_FREE_COHERENT_IRQS_ON(
      "dma_free_coherent is not called with interrupts disabled",
      "kernel/dma/mapping.c dma_free_attrs"),
  /** kernel/dma/debug.c, {@code dma_debug_device_change}. */
  DMA_NOTHING_LEFT(
      "a driver that lets go of its device has no mappings left",
      "kernel/dma/debug.c dma_debug_device_change"),
  /** Documentation/networking/driver.rst. */
  XMIT_BUSY_ONLY_WHEN_STOPPED("NETDEV_TX_BUSY needs a stopped queue", In.DRIVER),
  /** Documentation/networking/driver.rst: no reference, no change. */
  XMIT_BUSY_LEAVES_SKB("NETDEV_TX_BUSY leaves the skb as it was", In.DRIVER),
  /** net/core/dev.c, dev_hard_start_xmit calls no device that is down. */
  XMIT_NOT_AFTER_STOP(
      "frames go to a device that is up, present and not stopped only",
      "net/core/dev.c __dev_queue_xmit"),
  /** lib/dynamic_queue_limits.c, BUG_ON in dql_completed. */
  BQL_COMPLETES_WHAT_WAS_SENT(
      "netdev_tx_completed_queue never exceeds netdev_tx_sent_queue",
      "lib/dynamic_queue_limits.c dql_completed"),
  /** include/linux/netdevice.h, {@code netdev_tx_reset_queue}. */
  BQL_RESET_WITH_RING(
      "a ring that is emptied resets its byte queue limit",
      "include/linux/netdevice.h netdev_tx_reset_queue"),
  /** Documentation/networking/driver.rst: close drops what it had to send. */
  STOP_KEEPS_NO_SKB("after ndo_stop the driver holds no skb", In.DRIVER),
  /** net/core/dev.c, napi_disable before the rings go. */
  STOP_DISABLES_NAPI("after ndo_stop no NAPI instance is enabled", In.NAPI),
  /** Documentation/networking/napi.rst, instance control. */
  NAPI_ENABLE_ALTERNATES("napi_enable and napi_disable alternate", In.NAPI),
  /** Documentation/networking/napi.rst, driver API. */
  NAPI_WORK_WITHIN_BUDGET("poll does not return more than its budget", In.NAPI),
  /** Documentation/networking/napi.rst, driver API. */
  NAPI_NO_COMPLETE_AT_BUDGET("napi_complete_done is for work below budget", In.NAPI),
  /** Documentation/networking/napi.rst: who returns less has completed. */
  NAPI_COMPLETE_BEFORE_LESS(
      "poll returns less than its budget only after napi_complete_done", In.NAPI),
  /** Documentation/networking/napi.rst: netpoll polls with budget 0. */
  NAPI_NO_RX_WITH_BUDGET_0("poll with budget 0 receives nothing", In.NAPI),
  /** net/core/gro.c runs in the poll of its own instance. */
  GRO_IN_POLL("napi_gro_receive is called from the poll of its instance", In.NAPI),
  /** kernel/irq/manage.c, "Trying to free already-free IRQ". */
  IRQ_FREED_ONCE("an IRQ is freed once", "kernel/irq/manage.c free_irq"),
  /** drivers/pci/msi: BUG_ON(irq_has_action()). */
  IRQ_FREED_BEFORE_VECTORS(
      "all IRQs are freed before their vectors", "Documentation/PCI/msi-howto.rst"),
  /** kernel/irq/spurious.c, "nobody cared". */
  IRQ_HANDLER_QUIETS_ITS_DEVICE(
      "a handler clears or masks what it was called for", "kernel/irq/spurious.c"),
  /** net/core/dev.c, BUG_ON in register_netdevice. */
  NETDEV_REGISTERED_ONCE("a device is registered once", In.NETDEVICES),
  /** Documentation/networking/netdevices.rst: free_netdev comes last. */
  NETDEV_UNREGISTERED_BEFORE_FREE("free_netdev comes last", In.NETDEVICES);

  /** Files that say several things. */
  private static final class In {
    static final String NAPI = "Documentation/networking/napi.rst";
    static final String DRIVER = "Documentation/networking/driver.rst";
    static final String NETDEVICES = "Documentation/networking/netdevices.rst";
    static final String ALLOCATION = "Documentation/core-api/memory-allocation.rst";
    static final String UNMAP = "kernel/dma/debug.c check_unmap";
  }

  private final String rule;
  private final String source;

  LinuxRule(String rule, String source) {
    this.rule = rule;
    this.source = source;
  }

  /** What the kernel demands. */
  public String rule() {
    return rule;
  }

  /** File of the kernel's tree, with the function where one speaks for it. */
  public String source() {
    return source;
  }

  RuleBroken broken(String what) {
    return new RuleBroken(rule, source, what);
  }

  void require(boolean kept, String what) {
    if (!kept) {
      throw broken(what);
    }
  }
}
