package org.ringbook.adapters.windows;

import org.ringbook.dataplane.port.Port;

/**
 * From interrupt to DPC. What both share, the causes, is written by the one while the
 * other cannot run: the vector is masked from the service routine to the DPC's end.
 */
final class InterruptPath implements InterruptHandlers {
  private final MiniportAdapter adapter;
  private final Port port;
  private final Queues queues;
  private final int[] causes;

  InterruptPath(MiniportAdapter adapter, Port port, Queues queues) {
    this.adapter = adapter;
    this.port = port;
    this.queues = queues;
    this.causes = new int[port.vectors()];
  }

  @Override
  public boolean interrupt(int message) {
    int now = port.causes(message);
    if (now == 0 && port.vectors() == 1) {
      return false;
    }
    causes[message] |= now;
    port.mask(message);
    return true;
  }

  @Override
  public void dpc(int message) {
    int served = causes[message];
    causes[message] = 0;
    if ((served & Port.LINK) != 0) {
      adapter.ndisMIndicateStatusEx(port.linkUp());
    }
    if (serve(message)) {
      adapter.interrupts().queueDpc(message);
    } else {
      port.unmask(message);
    }
  }

  /** Serves the message's queue, or all with one line; true if more may be there. */
  private boolean serve(int message) {
    if (port.vectors() > 1) {
      return message < queues.count() && serveQueue(message);
    }
    boolean more = false;
    for (int i = 0; i < queues.count(); i++) {
      more |= serveQueue(i);
    }
    return more;
  }

  private boolean serveQueue(int queue) {
    boolean more = queues.send(queue).complete();
    return queues.receive(queue).poll() | more;
  }

  void unmaskAll() {
    for (int i = 0; i < port.vectors(); i++) {
      port.unmask(i);
    }
  }

  void maskAll() {
    for (int i = 0; i < port.vectors(); i++) {
      port.mask(i);
    }
  }
}
