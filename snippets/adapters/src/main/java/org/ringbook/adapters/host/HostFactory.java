package org.ringbook.adapters.host;

import org.ringbook.dataplane.port.PortSettings;

/** Boots one kernel with its driver on a card. */
@FunctionalInterface
public interface HostFactory {

  /**
   * Attaches the driver.
   *
   * @param machine memory and IOMMU that the card is behind
   * @param card to attach to
   * @param wanted queues, ring size, MTU; features are what the stack would like
   */
  Host attach(Machine machine, Card card, PortSettings wanted);
}
