package org.ringbook.adapters.freebsd;

import org.ringbook.adapters.host.RuleBroken;

/**
 * What FreeBSD demands of a network driver, as far as the models check it. Each
 * constant names the manual page or header that says so.
 */
public enum Rule {
  /** A filter runs in the interrupted thread: intr_event(9), BUS_SETUP_INTR(9). */
  FILTER_DOES_LITTLE(
      "an interrupt filter takes no default mutex, and calls no mbuf, DMA or stack code",
      "BUS_SETUP_INTR(9)"),
  /** The kinds of context and what may sleep in each: locking(9). */
  NO_SLEEP("sleep only in a thread that holds no mutex and is in no epoch", "locking(9)"),
  /** A queue with a sleepable lock can't be entered from a filter: taskqueue(9). */
  FAST_QUEUE_FROM_FILTER(
      "a filter may enqueue on a queue of taskqueue_create_fast only", "taskqueue(9)"),
  /** A task that waits for itself never returns: taskqueue(9). */
  DRAIN_FROM_OUTSIDE("a task must not drain its own queue", "taskqueue(9)"),
  /** Without MTX_RECURSE a thread that locks twice panics: mutex(9). */
  MUTEX_ONCE("a mutex is not locked again by its owner", "mutex(9)"),
  /** Only the owner unlocks: mutex(9). */
  MUTEX_OWNER("a mutex is unlocked by its owner", "mutex(9)"),
  /** Returning with a lock held blocks whoever comes next: mutex(9). */
  MUTEX_RELEASED("a mutex is unlocked before its handler returns", "mutex(9)"),
  /** m_freem ends all use: mbuf(9). */
  MBUF_ALIVE("an mbuf is not used after m_freem", "mbuf(9)"),
  /** The device could still reach the memory: bus_dma(9). */
  MBUF_UNLOADED("a loaded mbuf is neither freed nor passed on", "bus_dma(9)"),
  /** The header's length is the sum of all m_len: mbuf(9). */
  PACKET_LENGTH("m_pkthdr.len is the sum of m_len over the chain", "mbuf(9)"),
  /** Only a packet's first mbuf has a packet header: mbuf(9). */
  PACKET_HEADER("a packet's first mbuf has M_PKTHDR, the others have not", "mbuf(9)"),
  /** A map holds one mapping at a time: bus_dma(9), bus_dmamap_load. */
  LOAD_EMPTY_MAP("a map is unloaded before it is loaded again", "bus_dma(9)"),
  /** There is nothing to synchronize before a load: bus_dma(9). */
  SYNC_LOADED_MAP("only a loaded map can be synchronized", "bus_dma(9)"),
  /** POSTREAD belongs to PREREAD and POSTWRITE to PREWRITE: bus_dma(9). */
  SYNC_IN_PAIRS("a POST operation follows the PRE operation of its kind", "bus_dma(9)"),
  /** Bounced data would be lost: bus_dmamap_unload does not synchronize. */
  SYNC_BEFORE_UNLOAD("the POST operation comes before the unload", "bus_dma(9)"),
  /** Between PRE and POST the memory is the device's: bus_dma(9). */
  CPU_KEEPS_OUT("the CPU keeps out of memory between PRE and POST", "bus_dma(9)"),
  /** Otherwise EBUSY, and the map leaks: bus_dma(9). */
  DESTROY_EMPTY_MAP("a map is unloaded before it is destroyed", "bus_dma(9)"),
  /** Otherwise EBUSY, and the tag leaks: bus_dma(9). */
  DESTROY_EMPTY_TAG("a tag is destroyed after all its maps", "bus_dma(9)"),
  /** One consumer only: buf_ring.h, buf_ring_peek, under INVARIANTS. */
  RING_LOCKED("a buf_ring is consumed under the lock it was made with", "sys/buf_ring.h"),
  /** A peeked mbuf stays at the head until then: net/ifq.h, drbr_peek. */
  RING_PEEK_ENDS("drbr_peek is followed by drbr_advance or drbr_putback", "net/ifq.h"),
  /** if_transmit has no way to give a packet back: net/if_var.h, net/ifq.h. */
  TRANSMIT_CONSUMES("if_transmit queues or frees the mbuf, error or not", "net/if_var.h"),
  /** The stack may answer through if_transmit at once: em(4), re(4) unlock. */
  INPUT_UNLOCKED("if_input is called without a driver mutex", "dev/re/if_re.c"),
  /** Since 13 drivers enter the epoch, NET_TASK_INIT does it: epoch(9). */
  INPUT_IN_EPOCH("if_input runs inside the network epoch", "epoch(9)"),
  /** ether_input asserts it: net/if_ethersubr.c. */
  INPUT_RCVIF("m_pkthdr.rcvif is the interface that received", "net/if_ethersubr.c"),
  /** The sum that makes tcp_input skip its own: mbuf(9). */
  INPUT_CSUM_DATA("with CSUM_DATA_VALID and CSUM_PSEUDO_HDR csum_data is 0xffff", "mbuf(9)"),
  /** What LRO holds would wait for the next interrupt: netinet/tcp_lro.h. */
  LRO_FLUSHED("tcp_lro_flush_all ends every receive pass", "netinet/tcp_lro.h"),
  /** Its function would take a mutex that is gone: callout(9), callout_init_mtx. */
  CALLOUT_DRAINED("a callout is drained before its mutex is destroyed", "callout(9)"),
  /** ether_ifdetach waits for users of the interface: ifnet(9). */
  DETACH_FIRST("ether_ifdetach comes before if_free", "ifnet(9)"),
  /** A handler that still runs would find nothing: bus_teardown_intr(9). */
  TEARDOWN_FIRST("a handler is torn down before its resource is released",
      "BUS_SETUP_INTR(9)");

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
