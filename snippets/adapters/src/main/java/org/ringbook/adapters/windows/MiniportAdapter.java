package org.ringbook.adapters.windows;

import static org.ringbook.adapters.windows.AdapterState.*;

import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.interrupt.InterruptSource;

/**
 * An adapter as NDIS keeps it: what a miniport may call, and the state that says
 * when. What NDIS itself calls is in {@link AdapterControl}.
 */
public final class MiniportAdapter {
  /** NDIS_RECEIVE_FLAGS_RESOURCES: copy it, the miniport keeps the list. */
  public static final int NDIS_RECEIVE_FLAGS_RESOURCES = 2;

  private final Processor processor = new Processor();
  private final Ledger ledger = new Ledger();
  private final AdapterConfiguration configuration;
  private final NdisInterrupts interrupts;
  private final SharedMemory sharedMemory;
  private final Iommu iommu;
  private final Protocol protocol;
  private AdapterState state = HALTED;
  private boolean resetting;
  private boolean attributesSet;
  private long packetFilter;

  /** An adapter of a card, with a protocol bound to it. */
  public MiniportAdapter(Iommu iommu, InterruptSource source, Protocol protocol) {
    this.iommu = iommu;
    this.configuration = new AdapterConfiguration(processor);
    this.protocol = protocol;
    this.interrupts = new NdisInterrupts(processor, source);
    this.sharedMemory = new SharedMemory(processor, iommu);
  }

  /** Where the driver runs. */
  public Processor processor() {
    return processor;
  }

  /** The adapter's keywords. */
  public AdapterConfiguration configuration() {
    return configuration;
  }

  /** The adapter's interrupts. */
  public NdisInterrupts interrupts() {
    return interrupts;
  }

  /** The adapter's shared memory. */
  public SharedMemory sharedMemory() {
    return sharedMemory;
  }

  /** What the card is behind. */
  public Iommu iommu() {
    return iommu;
  }

  /** The state now. */
  public AdapterState state() {
    return state;
  }

  /**
   * NdisMSendNetBufferListsComplete: hands lists back, with their status set. Each
   * must be done as a whole. The protocol may send again before this returns.
   */
  public void ndisMSendNetBufferListsComplete(NetBufferList chain) {
    processor.upToDispatch("NdisMSendNetBufferListsComplete");
    processor.requireNoSpinLock("NdisMSendNetBufferListsComplete");
    NetBufferList next;
    for (NetBufferList at = chain; at != null; at = next) {
      next = at.next();
      at.next(null);
      ledger.complete(at);
      protocol.sendComplete(at);
    }
  }

  /**
   * NdisMIndicateReceiveNetBufferLists: hands received lists up.
   *
   * @param chain of lists
   * @param count of lists in it
   * @param receiveFlags 0, or {@link #NDIS_RECEIVE_FLAGS_RESOURCES}
   */
  public void ndisMIndicateReceiveNetBufferLists(
      NetBufferList chain,
      int count, // NumberOfNetBufferLists
      int receiveFlags) {
    processor.upToDispatch("NdisMIndicateReceiveNetBufferLists");
    processor.requireNoSpinLock("NdisMIndicateReceiveNetBufferLists");
    requireRunning();
    requireFilter();
    requireCount(chain, count);
    boolean keep = (receiveFlags & NDIS_RECEIVE_FLAGS_RESOURCES) == 0;
    for (NetBufferList at = chain; at != null; at = at.next()) {
      ledger.indicate(at);
    }
    NetBufferList next;
    for (NetBufferList at = chain; at != null; at = next) {
      next = at.next();
      protocol.receive(at, keep);
      if (!keep) {
        ledger.giveBack(at);
      }
    }
  }

  private void requireRunning() {
    if (state != RUNNING && state != RESTARTING) {
      throw new RuleBroken(
          "received data are indicated while the adapter runs, not when paused",
          "WDK, MINIPORT_PAUSE",
          "the adapter is " + state);
    }
  }

  private void requireFilter() {
    if (packetFilter == 0) {
      throw new RuleBroken(
          "nothing is indicated while the packet filter is 0",
          "WDK, OID_GEN_CURRENT_PACKET_FILTER",
          "no protocol has asked for frames");
    }
  }

  private static void requireCount(NetBufferList chain, int count) {
    int found = 0;
    for (NetBufferList at = chain; at != null; at = at.next()) {
      found++;
    }
    if (found != count) {
      throw new RuleBroken(
          "NumberOfNetBufferLists is the length of the chain",
          "WDK, NdisMIndicateReceiveNetBufferLists",
          count + " were announced, " + found + " are there");
    }
  }

  /** NdisMIndicateStatusEx with NDIS_STATUS_LINK_STATE: in any state but Halted. */
  public void ndisMIndicateStatusEx(boolean linkUp) {
    processor.upToDispatch("NdisMIndicateStatusEx");
    processor.requireNoSpinLock("NdisMIndicateStatusEx");
    if (state == HALTED) {
      throw new RuleBroken(
          "no status is indicated for an adapter that is halted",
          "WDK, MINIPORT_HALT",
          "the adapter is " + state);
    }
    protocol.linkState(linkUp);
  }

  /** NdisMPauseComplete: ends a pause that was PENDING. */
  public void ndisMPauseComplete() {
    processor.upToDispatch("NdisMPauseComplete");
    if (state != PAUSING) {
      throw new RuleBroken(
          "a pause is completed once, if MiniportPause was pending",
          "WDK, NdisMPauseComplete",
          "the adapter is " + state);
    }
    ledger.requireEmpty("before a pause is complete", "WDK, MINIPORT_PAUSE");
    state = PAUSED;
  }

  /** NdisMResetComplete: ends a reset that was PENDING. */
  public void ndisMResetComplete() {
    processor.upToDispatch("NdisMResetComplete");
    if (!resetting) {
      throw new RuleBroken(
          "a reset is completed only if MiniportResetEx was pending",
          "WDK, NdisMResetComplete",
          "there is no reset");
    }
    resetting = false;
  }

  /** NdisMSetMiniportAttributes: what the adapter is, in MiniportInitializeEx. */
  public void ndisMSetMiniportAttributes() {
    processor.passive("NdisMSetMiniportAttributes");
    attributesSet = true;
  }

  boolean attributesSet() {
    return attributesSet;
  }

  void packetFilter(long bits) {
    packetFilter = bits;
  }

  void state(AdapterState now) {
    state = now;
  }

  void resetting(boolean now) {
    resetting = now;
  }

  Ledger ledger() {
    return ledger;
  }
}
