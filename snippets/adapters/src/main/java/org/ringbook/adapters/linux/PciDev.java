package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.LinuxRule.DMA_NOTHING_LEFT;
import static org.ringbook.adapters.linux.LinuxRule.IRQ_FREED_BEFORE_VECTORS;
import static org.ringbook.adapters.linux.LinuxRule.IRQ_FREED_ONCE;
import static org.ringbook.adapters.linux.LinuxRule.IRQ_HANDLER_QUIETS_ITS_DEVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ringbook.adapters.host.Card;

/**
 * A card as the PCI core hands it to {@code probe} ({@code struct pci_dev},
 * Documentation/PCI/pci.rst and msi-howto.rst).
 */
public final class PciDev {
  /** Calls in a row without anyone's interrupt, after which the kernel gives up. */
  private static final int NOBODY_CARED = 100_000;

  private final LinuxKernel kernel;
  private final Card card;
  private final List<Supplier<IrqReturn>> handlers = new ArrayList<>();

  /** The card in its slot. */
  public PciDev(LinuxKernel kernel, Card card) {
    this.kernel = kernel;
    this.card = card;
  }

  /** The card. */
  public Card card() {
    return card;
  }

  /** {@code pci_enable_device} and what every probe does after it. */
  public void enable() {
    kernel.sleeping("pci_enable_device");
    kernel.sleeping("dma_set_mask_and_coherent");
    kernel.sleeping("pci_request_regions");
    kernel.sleeping("pci_set_master");
    kernel.sleeping("pci_ioremap_bar");
    kernel.lend(1);
  }

  /** The way back, in the opposite order. */
  public void disable() {
    int mapped = kernel.dma().mapped();
    DMA_NOTHING_LEFT.require(mapped == 0, mapped + " mappings");
    kernel.sleeping("iounmap");
    kernel.sleeping("pci_release_regions");
    kernel.sleeping("pci_disable_device");
    kernel.lend(-1);
  }

  /**
   * {@code pci_alloc_irq_vectors} with PCI_IRQ_ALL_TYPES: message vectors, or the
   * line.
   *
   * @return vectors, at most {@code max}
   */
  public int pciAllocIrqVectors(int max) {
    kernel.sleeping("pci_alloc_irq_vectors");
    int count = Math.min(max, card.interrupts().vectors());
    for (int i = 0; i < count; i++) {
      handlers.add(null);
    }
    kernel.lend(count);
    return count;
  }

  /** Vectors that were allocated. */
  public int vectors() {
    return handlers.size();
  }

  /** {@code pci_free_irq_vectors}. */
  public void pciFreeIrqVectors() {
    kernel.sleeping("pci_free_irq_vectors");
    IRQ_FREED_BEFORE_VECTORS.require(
        handlers.stream().allMatch(each -> each == null), "an IRQ is in use");
    kernel.lend(-handlers.size());
    handlers.clear();
  }

  /** {@code request_irq}: the handler may run before this returns. */
  public void requestIrq(int vector, Supplier<IrqReturn> handler) {
    kernel.sleeping("request_irq");
    handlers.set(vector, handler);
    kernel.lend(1);
  }

  /** {@code free_irq}: waits for a handler that runs. */
  public void freeIrq(int vector) {
    kernel.sleeping("free_irq");
    IRQ_FREED_ONCE.require(handlers.get(vector) != null, "vector " + vector);
    handlers.set(vector, null);
    kernel.lend(-1);
  }

  /** Delivers what the card raised; handlers called. */
  int deliver() {
    int delivered = 0;
    for (int vector = 0; vector < handlers.size(); vector++) {
      delivered += deliver(vector);
    }
    return delivered;
  }

  private int deliver(int vector) {
    int calls = 0;
    Supplier<IrqReturn> handler = handlers.get(vector);
    while (handler != null && card.interrupts().take(vector)) {
      IRQ_HANDLER_QUIETS_ITS_DEVICE.require(
          ++calls < NOBODY_CARED, "vector " + vector + ": nobody cared");
      kernel.in(ExecutionContext.HARDIRQ, handler::get);
    }
    return calls;
  }
}
