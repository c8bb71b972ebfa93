package org.ringbook.adapters.windows;

import static org.ringbook.adapters.windows.AdapterState.*;

import java.util.function.Supplier;
import org.ringbook.adapters.host.RuleBroken;

/**
 * What NDIS calls of a miniport, in the order that the adapter's states allow, with
 * a check of what it left behind (WDK, "Miniport Adapter States and Operations").
 */
public final class AdapterControl {
  private final MiniportAdapter adapter;
  private final MiniportDriver driver;
  private final Processor processor;

  /** Control of an adapter and its driver. */
  public AdapterControl(MiniportAdapter adapter, MiniportDriver driver) {
    this.adapter = adapter;
    this.driver = driver;
    this.processor = adapter.processor();
  }

  /** Calls MiniportInitializeEx: from Halted to Paused, or back to Halted. */
  public NdisStatus initialize() {
    adapter.state(INITIALIZING);
    Supplier<NdisStatus> initialize = () -> driver.initialize(adapter);
    NdisStatus status = ask("MiniportInitializeEx", initialize);
    adapter.state(status == NdisStatus.SUCCESS ? PAUSED : HALTED);
    if (status != NdisStatus.SUCCESS) {
      requireNothingLeft("a MiniportInitializeEx that fails gives everything back");
    } else if (!adapter.attributesSet()) {
      throw new RuleBroken(
          "a miniport sets its attributes before MiniportInitializeEx returns",
          "WDK, NdisMSetMiniportAttributes",
          "it did not");
    }
    return status;
  }

  /** Calls MiniportRestart: from Paused to Running. */
  public NdisStatus restart() {
    adapter.state(RESTARTING);
    NdisStatus status = ask("MiniportRestart", driver::restart);
    adapter.state(status == NdisStatus.SUCCESS ? RUNNING : PAUSED);
    return status;
  }

  /** Calls MiniportPause: from Running, through Pausing, to Paused. */
  public void pause() {
    adapter.state(PAUSING);
    NdisStatus status = ask("MiniportPause", driver::pause);
    if (status == NdisStatus.SUCCESS) {
      Ledger ledger = adapter.ledger();
      ledger.requireEmpty("before a pause is complete", "WDK, MINIPORT_PAUSE");
      adapter.state(PAUSED);
    } else if (status != NdisStatus.PENDING) {
      throw new RuleBroken(
          "MiniportPause succeeds, now or later",
          "WDK, MINIPORT_PAUSE",
          "it returned " + status.ndisName());
    }
  }

  /** Calls MiniportHaltEx: from Paused to Halted. */
  public void halt() {
    if (adapter.state() != PAUSED) {
      throw new IllegalStateException("NDIS halts a paused adapter only");
    }
    adapter.ledger().requireEmpty("before MiniportHaltEx", "WDK, MINIPORT_HALT");
    processor.enter("MiniportHaltEx", Irql.PASSIVE_LEVEL, driver::halt);
    adapter.state(HALTED);
    requireNothingLeft("MiniportHaltEx gives everything back");
  }

  private void requireNothingLeft(String rule) {
    int memory = adapter.sharedMemory().allocated();
    boolean interrupt = adapter.interrupts().isRegistered();
    if (memory > 0 || interrupt) {
      String others = interrupt ? ", an interrupt" : "";
      throw new RuleBroken(
          rule, "WDK, MINIPORT_HALT", memory + " regions of shared memory" + others);
    }
  }

  /** Calls MiniportSendNetBufferLists, at PASSIVE_LEVEL as NDIS may. */
  public void send(NetBufferList chain) {
    for (NetBufferList at = chain; at != null; at = at.next()) {
      adapter.ledger().send(at);
    }
    Runnable send = () -> driver.sendNetBufferLists(chain);
    processor.enter("MiniportSendNetBufferLists", Irql.PASSIVE_LEVEL, send);
  }

  /** Calls MiniportReturnNetBufferLists. */
  public void giveBack(NetBufferList chain) {
    for (NetBufferList at = chain; at != null; at = at.next()) {
      adapter.ledger().giveBack(at);
    }
    processor.enter(
        "MiniportReturnNetBufferLists",
        Irql.PASSIVE_LEVEL,
        () -> driver.returnNetBufferLists(chain));
  }

  /** Calls MiniportOidRequest. */
  public NdisStatus request(OidRequest request) {
    NdisStatus status = ask("MiniportOidRequest", () -> driver.oidRequest(request));
    boolean filter = request.oid() == Oid.OID_GEN_CURRENT_PACKET_FILTER;
    if (filter && request.set() && status == NdisStatus.SUCCESS) {
      adapter.packetFilter(request.information().get("PacketFilter"));
    }
    return status;
  }

  /** Calls MiniportResetEx. */
  public NdisStatus reset() {
    adapter.resetting(true);
    NdisStatus status = ask("MiniportResetEx", driver::reset);
    if (status != NdisStatus.PENDING) {
      adapter.resetting(false);
    }
    return status;
  }

  private NdisStatus ask(String name, Supplier<NdisStatus> function) {
    NdisStatus[] status = new NdisStatus[1];
    processor.enter(name, Irql.PASSIVE_LEVEL, () -> status[0] = function.get());
    return status[0];
  }

  /** Delivers interrupts; the number of them. */
  public int deliver() {
    return adapter.interrupts().deliver();
  }
}
