package org.ringbook.adapters.netbsd;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.interrupt.InterruptSource;
import org.ringbook.dataplane.port.Port;

/**
 * The card's interrupts. The hard handler masks the card and schedules a softint,
 * which does the work with a budget and unmasks when nothing is left.
 */
final class QueueInterrupts {
  private static final int BUDGET = 64;

  private final Softc softc;
  private final InterruptSource source;
  private final TxPath tx;
  private final RxPath rx;
  private final Softint softint;
  private final List<PciInterrupt> handlers = new ArrayList<>();
  private boolean linkChanged;

  QueueInterrupts(Softc softc, InterruptSource source, TxPath tx, RxPath rx) {
    this.softc = softc;
    this.source = source;
    this.tx = tx;
    this.rx = rx;
    softint = new Softint(softc.kernel, this::poll);
    for (int v = 0; v < softc.port.vectors(); v++) {
      int vector = v;
      handlers.add(new PciInterrupt(softc.kernel, () -> handle(vector)));
    }
  }

  /** The hard interrupt's handler; false: it was not this card's. */
  private boolean handle(int vector) {
    int causes = softc.port.causes(vector);
    if (causes == 0) {
      return false;
    }
    linkChanged |= (causes & Port.LINK) != 0;
    softc.port.mask(vector);
    softint.schedule();
    return true;
  }

  /** The softint's handler. */
  private void poll() {
    if (!softc.ifp.isRunning()) {
      return;
    }
    boolean more = rx.poll(BUDGET) == BUDGET;
    if (tx.complete() > 0) {
      softc.ifp.scheduleDeferredStart();
    }
    if (linkChanged) {
      linkChanged = false;
      softc.ifp.linkStateChange(softc.port.linkUp());
    }
    if (more) {
      softint.schedule();
    } else {
      unmask();
    }
  }

  private void unmask() {
    for (int vector = 0; vector < handlers.size(); vector++) {
      softc.port.unmask(vector);
    }
  }

  /** Delivers interrupts that the card raised; returns how many. */
  int deliver() {
    int delivered = 0;
    for (int vector = 0; vector < handlers.size(); vector++) {
      if (source.take(vector)) {
        handlers.get(vector).deliver();
        delivered++;
      }
    }
    return delivered;
  }

  boolean dispatch() {
    return softint.dispatch();
  }

  /** First no interrupt can schedule the softint, then that goes. */
  void disestablish() {
    handlers.forEach(PciInterrupt::disestablish);
    softint.disestablish();
  }
}
