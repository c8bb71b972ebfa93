package org.ringbook.adapters.windows;

import java.util.ArrayDeque;
import java.util.Queue;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.interrupt.InterruptSource;

/**
 * The interrupts of one adapter: NDIS calls the service routine at DIRQL, then the
 * deferred procedure call at DISPATCH_LEVEL (WDK, MINIPORT_ISR,
 * MINIPORT_INTERRUPT_DPC, MINIPORT_MESSAGE_INTERRUPT).
 */
public final class NdisInterrupts {
  private final Processor processor;
  private final InterruptSource source;
  private final Queue<Integer> dpcs = new ArrayDeque<>();
  private InterruptHandlers handlers;

  /** The interrupts of a card. */
  public NdisInterrupts(Processor processor, InterruptSource source) {
    this.processor = processor;
    this.source = source;
  }

  /** NdisMRegisterInterruptEx: at PASSIVE_LEVEL. Interrupts may come at once. */
  public void register(InterruptHandlers wanted) {
    processor.passive("NdisMRegisterInterruptEx");
    handlers = wanted;
  }

  /**
   * NdisMDeregisterInterruptEx: at PASSIVE_LEVEL. Waits for DPCs; none come after.
   */
  public void deregister() {
    processor.passive("NdisMDeregisterInterruptEx");
    if (handlers == null) {
      throw new RuleBroken(
          "an interrupt is deregistered once",
          "WDK, NdisMDeregisterInterruptEx",
          "it is not registered");
    }
    runDpcs();
    handlers = null;
  }

  /**
   * NdisMQueueDpc: at any level. A DPC that is queued already is not queued twice.
   */
  public void queueDpc(int message) {
    processor.call("NdisMQueueDpc", Irql.PASSIVE_LEVEL, Irql.DIRQL);
    enqueue(message);
  }

  private void enqueue(int message) {
    if (!dpcs.contains(message)) {
      dpcs.add(message);
    }
  }

  /** Whether messages (MSI-X) are in use, rather than a line. */
  public boolean usesMessages() {
    return source.vectors() > 1;
  }

  /** Messages that the card has; 1 with a line. */
  public int messages() {
    return source.vectors();
  }

  /** Whether handlers are registered. */
  public boolean isRegistered() {
    return handlers != null;
  }

  /**
   * Delivers what the card raised, each followed by its DPC.
   *
   * @return interrupts delivered
   */
  int deliver() {
    int count = 0;
    for (int message = 0; isRegistered() && message < source.vectors(); message++) {
      if (source.take(message)) {
        serve(message);
        count++;
      }
    }
    runDpcs();
    return count;
  }

  private void serve(int message) {
    String name = usesMessages() ? "MiniportMessageInterrupt" : "MiniportInterrupt";
    boolean[] claimed = new boolean[1];
    Runnable isr = () -> claimed[0] = handlers.interrupt(message);
    processor.enter(name, Irql.DIRQL, isr);
    if (claimed[0]) {
      enqueue(message);
    }
    if (!usesMessages() && source.take(message)) {
      throw new RuleBroken(
          "MiniportInterrupt disables the interrupt until its DPC is done",
          "WDK, MINIPORT_ISR",
          "the line is still asserted: the processor would never leave DIRQL");
    }
  }

  private void runDpcs() {
    boolean messages = usesMessages();
    String name = messages ? "MiniportMessageInterruptDPC" : "MiniportInterruptDPC";
    while (!dpcs.isEmpty()) {
      int message = dpcs.remove();
      processor.enter(name, Irql.DISPATCH_LEVEL, () -> handlers.dpc(message));
    }
  }

  /** Whether a DPC waits. */
  boolean hasDpc() {
    return !dpcs.isEmpty();
  }
}
