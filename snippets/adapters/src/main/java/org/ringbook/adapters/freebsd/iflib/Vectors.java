package org.ringbook.adapters.freebsd.iflib;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;

/** The interrupts that iflib set up for its driver ({@code if_irq_t}). */
final class Vectors {
  private final Kernel kernel;
  private final List<Interrupt> interrupts = new ArrayList<>();

  Vectors(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Adds one; the task is enqueued when the filter asks for its thread, or null. */
  void add(QueueTask task, Supplier<Interrupt.Filtered> filter) {
    Interrupt interrupt = new Interrupt(kernel);
    interrupt.setup(() -> fastIntr(task, filter), null);
    interrupts.add(interrupt);
  }

  /** {@code iflib_fast_intr}. */
  private static Interrupt.Filtered fastIntr(
      QueueTask task, Supplier<Interrupt.Filtered> filter) {
    Interrupt.Filtered said = filter.get();
    if (said != Interrupt.Filtered.SCHEDULE_THREAD || task == null) {
      return said;
    }
    task.enqueue();
    return Interrupt.Filtered.HANDLED;
  }

  void deliver(int vector) {
    interrupts.get(vector).deliver();
  }

  void free() {
    interrupts.forEach(Interrupt::teardown);
    interrupts.forEach(Interrupt::release);
  }
}
