package org.ringbook.adapters.freebsd;

import java.util.function.Supplier;

/**
 * One interrupt of a device (BUS_SETUP_INTR(9)): a filter that runs at once and says
 * what else is to be done, an interrupt thread, or both.
 */
public final class Interrupt {
  /** What a filter returns. */
  public enum Filtered {
    /** {@code FILTER_STRAY}: it was not this device. */
    STRAY,
    /** {@code FILTER_HANDLED}: all is done, or was put off by the driver itself. */
    HANDLED,
    /** {@code FILTER_SCHEDULE_THREAD}: the interrupt thread shall run. */
    SCHEDULE_THREAD
  }

  private final Kernel kernel;
  private Supplier<Filtered> filter;
  private Runnable thread;
  private boolean setUp;

  /** {@code bus_alloc_resource_any} of type SYS_RES_IRQ, for one vector. */
  public Interrupt(Kernel kernel) {
    kernel.callThatSleeps("bus_alloc_resource_any");
    kernel.lend(1);
    this.kernel = kernel;
  }

  /**
   * {@code bus_setup_intr} with INTR_TYPE_NET and INTR_MPSAFE.
   *
   * @param filter or null, then every interrupt goes to the thread
   * @param thread or null; it runs in the network epoch
   */
  public void setup(Supplier<Filtered> filter, Runnable thread) {
    kernel.callThatSleeps("bus_setup_intr");
    this.filter = filter;
    this.thread = thread;
    setUp = true;
    kernel.lend(1);
  }

  /** Delivers the interrupt, as the interrupt controller does. */
  public void deliver() {
    if (setUp && filter() == Filtered.SCHEDULE_THREAD) {
      kernel.run(Kernel.Context.ITHREAD, true, thread);
    }
  }

  private Filtered filter() {
    if (filter == null) {
      return Filtered.SCHEDULE_THREAD;
    }
    Filtered[] result = new Filtered[1];
    kernel.run(Kernel.Context.FILTER, false, () -> result[0] = filter.get());
    return result[0];
  }

  /** {@code bus_teardown_intr}: waits for a handler that runs; may sleep. */
  public void teardown() {
    kernel.callThatSleeps("bus_teardown_intr");
    setUp = false;
    kernel.lend(-1);
  }

  /** {@code bus_release_resource}. */
  public void release() {
    kernel.callOutsideFilter("bus_release_resource");
    Rule.TEARDOWN_FIRST.require(!setUp, "released with its handler");
    kernel.lend(-1);
  }
}
