package org.ringbook.adapters.freebsd;

import org.ringbook.dataplane.port.Port;

/** The vector of everything but queues: without a filter, all in its thread. */
final class LinkInterrupt {
  private final Softc softc;
  private final int vector;
  private final Interrupt interrupt;

  LinkInterrupt(Softc softc, int vector) {
    this.softc = softc;
    this.vector = vector;
    interrupt = new Interrupt(softc.kernel);
    interrupt.setup(null, this::handle);
  }

  private void handle() {
    if ((softc.port.causes(vector) & Port.LINK) != 0) {
      softc.ifp.linkStateChange(softc.port.linkUp());
    }
    softc.port.unmask(vector);
  }

  void deliver() {
    interrupt.deliver();
  }

  void teardown() {
    interrupt.teardown();
    interrupt.release();
  }
}
