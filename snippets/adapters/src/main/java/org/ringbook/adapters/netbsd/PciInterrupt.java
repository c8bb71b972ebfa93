package org.ringbook.adapters.netbsd;

import java.util.function.BooleanSupplier;

/**
 * An interrupt of a PCI card (pci_intr(9), pci_msi(9)). Its handler runs at IPL_NET
 * and says whether the interrupt was the card's: a line may be shared.
 */
public final class PciInterrupt {
  private final Kernel kernel;
  private final BooleanSupplier handler;

  /**
   * {@code pci_intr_alloc} and {@code pci_intr_establish_xname} at IPL_NET; may sleep.
   *
   * @param kernel that calls the handler
   * @param handler returns false if the interrupt was another's
   */
  public PciInterrupt(Kernel kernel, BooleanSupplier handler) {
    kernel.callThatSleeps("pci_intr_alloc");
    kernel.callThatSleeps("pci_intr_establish_xname");
    kernel.lend(1);
    this.kernel = kernel;
    this.handler = handler;
  }

  /** Delivers the interrupt. */
  void deliver() {
    kernel.run(Kernel.Context.INTERRUPT, Kernel.Ipl.NET, handler::getAsBoolean);
  }

  /** {@code pci_intr_disestablish} and {@code pci_intr_release}; may sleep. */
  public void disestablish() {
    kernel.callThatSleeps("pci_intr_disestablish");
    kernel.callThatSleeps("pci_intr_release");
    kernel.lend(-1);
  }
}
