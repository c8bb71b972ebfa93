package org.ringbook.adapters.netbsd;

import org.ringbook.adapters.host.RuleBroken;

/**
 * What NetBSD demands of a network driver, as far as the models check it. Each
 * constant names the manual page or source that says so.
 */
public enum Rule {
  /** kmem_alloc with KM_SLEEP and the like: kmem(9), softint(9), intr(9). */
  NO_SLEEP("only a thread at IPL_NONE that holds no spin mutex may sleep", "kmem(9)"),
  /** Levels are left in the reverse order: spl(9). */
  SPL_RESTORED("a handler returns at the level it was entered at", "spl(9)"),
  /** An adaptive mutex may sleep: mutex(9). */
  ADAPTIVE_IN_THREAD("a hard interrupt takes spin mutexes only", "mutex(9)"),
  /** Locking against oneself panics: mutex(9). */
  MUTEX_ONCE("a mutex is not entered again by its owner", "mutex(9)"),
  /** Only the owner may exit: mutex(9). */
  MUTEX_OWNER("a mutex is exited by its owner", "mutex(9)"),
  /** m_freem ends all use: mbuf(9). */
  MBUF_ALIVE("an mbuf is not used after m_freem", "mbuf(9)"),
  /** The device could still reach the memory: bus_dma(9). */
  MBUF_UNLOADED("a loaded mbuf is neither freed nor passed on", "bus_dma(9)"),
  /** A queue still points at it: altq(9), IFQ_POLL. */
  POLLED_STAYS("an mbuf of IFQ_POLL is the queue's until IFQ_DEQUEUE", "altq(9)"),
  /** The header's length is the sum of all m_len: mbuf(9). */
  PACKET_LENGTH("m_pkthdr.len is the sum of m_len over the chain", "mbuf(9)"),
  /** Only a packet's first mbuf has a packet header: mbuf(9). */
  PACKET_HEADER("a packet's first mbuf has M_PKTHDR, the others have not", "mbuf(9)"),
  /** A map holds one mapping at a time: bus_dma(9). */
  LOAD_EMPTY_MAP("a map is unloaded before it is loaded again", "bus_dma(9)"),
  /** Offset and length lie within dm_mapsize: bus_dma(9). */
  SYNC_WITHIN_MAP("a sync stays within what is loaded", "bus_dma(9)"),
  /** The two kinds of operation do opposite things: bus_dma(9). */
  SYNC_NOT_MIXED("PRE and POST operations are not mixed in one call", "bus_dma(9)"),
  /** POSTREAD belongs to PREREAD and POSTWRITE to PREWRITE: bus_dma(9). */
  SYNC_IN_PAIRS("a POST operation follows the PRE operation of its kind", "bus_dma(9)"),
  /** Bounced data would be lost: bus_dmamap_unload does not synchronize. */
  SYNC_BEFORE_UNLOAD("the POST operation comes before the unload", "bus_dma(9)"),
  /** Between PRE and POST the memory is the device's: bus_dma(9). */
  CPU_KEEPS_OUT("the CPU keeps out of memory between PRE and POST", "bus_dma(9)"),
  /** The map's resources would leak: bus_dma(9). */
  DESTROY_EMPTY_MAP("a map is unloaded before it is destroyed", "bus_dma(9)"),
  /** Interrupts of the card would corrupt it: altq(9), spl(9). */
  QUEUE_AT_IPL_NET("if_snd is used at IPL_NET", "altq(9)"),
  /** KASSERT in softint_schedule: softint(9). */
  SOFTINT_BOUND("softint_schedule needs preemption off", "kern/kern_softint.c"),
  /** It waits for the handler to return: softint(9). */
  SOFTINT_FROM_THREAD("softint_disestablish is called from a thread", "softint(9)"),
  /** KASSERT in if_input: net/if.c. */
  INPUT_NOT_IN_INTERRUPT("a hard interrupt hands packets to if_percpuq", "net/if.c"),
  /** ether_input finds the interface there: net/if_ethersubr.c. */
  INPUT_RCVIF("m_set_rcvif was called with the receiving interface", "net/if.c"),
  /** A bad sum is one that was checked: mbuf(9). */
  INPUT_CSUM_CHECKED("a BAD checksum flag stands beside the flag that was checked",
      "mbuf(9)"),
  /** tcpdump would miss the frame: bpf(9). */
  TRANSMIT_TAPPED("if_start shows each packet to bpf_mtap before it is gone", "bpf(9)"),
  /** tcpdump would see it twice: if_percpuq and if_input tap: net/if.c. */
  RECEIVE_NOT_TAPPED("the driver leaves received packets to if_percpuq's tap", "net/if.c"),
  /** if_start from a hard interrupt is unsafe: net/if.c, if_deferred_start. */
  RESTART_DEFERRED("an interrupt restarts output by if_schedule_deferred_start",
      "net/if.c"),
  /** The order that net/if.c and if_wm.c keep. */
  ATTACH_IN_ORDER("if_initialize, ether_ifattach, if_register; detach in reverse",
      "net/if.c"),
  /** A pending callout would run on freed memory: callout(9). */
  CALLOUT_HALTED("a callout is halted before it is destroyed", "callout(9)"),
  /** Without a function there is nothing to call: callout(9). */
  CALLOUT_HAS_FUNCTION("callout_setfunc comes before callout_schedule", "callout(9)");

  private final String demand;
  private final String source;

  Rule(String demand, String source) {
    this.demand = demand;
    this.source = source;
  }

  /** The violation to throw, with what happened. */
  public RuleBroken broken(String what) {
    return new RuleBroken(demand, source, what);
  }

  /** Throws unless the driver kept the rule. */
  void require(boolean kept, String what) {
    if (!kept) {
      throw broken(what);
    }
  }
}
