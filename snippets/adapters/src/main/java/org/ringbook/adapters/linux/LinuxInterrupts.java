package org.ringbook.adapters.linux;

import java.util.List;
import java.util.stream.IntStream;
import org.ringbook.dataplane.port.Port;

/**
 * The driver's handlers: a vector for each queue and one for the rest, or the line
 * for all. A handler finds out why, masks, and leaves the work to NAPI.
 */
final class LinuxInterrupts {
  private final LinuxKernel kernel;
  private final PciDev pci;
  private final LinuxDriver driver;
  private int requested;

  LinuxInterrupts(LinuxKernel kernel, PciDev pci, LinuxDriver driver) {
    this.kernel = kernel;
    this.pci = pci;
    this.driver = driver;
  }

  void request(List<LinuxQueue> queues) {
    requested = pci.vectors();
    if (requested <= queues.size()) {
      pci.requestIrq(0, () -> line(queues));
      requested = 1;
      return;
    }
    for (int i = 0; i < queues.size(); i++) {
      int vector = i;
      pci.requestIrq(vector, () -> message(vector, queues.get(vector)));
    }
    pci.requestIrq(queues.size(), () -> other(queues.size()));
    requested = queues.size() + 1;
  }

  void free() {
    IntStream.range(0, requested).forEach(pci::freeIrq);
  }

  void maskAll(Port port) {
    IntStream.range(0, port.vectors()).forEach(port::mask);
    for (int i = 0; i < requested; i++) {
      kernel.call("synchronize_irq");
    }
  }

  void unmaskAll(Port port) {
    IntStream.range(0, port.vectors()).forEach(port::unmask);
  }

  // tag::line[]
  private IrqReturn line(List<LinuxQueue> queues) {
    Port port = driver.port();
    int causes = port.causes(0);
    if (causes == 0) {
      return IrqReturn.IRQ_NONE;
    }
    if ((causes & Port.LINK) != 0) {
      driver.linkChanged();
    }
    port.mask(0);
    queues.forEach(LinuxQueue::schedule);
    return IrqReturn.IRQ_HANDLED;
  }

  // end::line[]

  private IrqReturn message(int vector, LinuxQueue queue) {
    driver.port().causes(vector);
    driver.port().mask(vector);
    queue.schedule();
    return IrqReturn.IRQ_HANDLED;
  }

  private IrqReturn other(int vector) {
    if ((driver.port().causes(vector) & Port.LINK) != 0) {
      driver.linkChanged();
    }
    return IrqReturn.IRQ_HANDLED;
  }
}
