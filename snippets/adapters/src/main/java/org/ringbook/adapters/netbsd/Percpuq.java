package org.ringbook.adapters.netbsd;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * {@code if_percpuq} (net/if.c): a queue on each CPU between the card's interrupt and
 * the stack, which runs in a softint. There the packet is counted and shown to
 * bpf(4); the driver does neither.
 */
public final class Percpuq {
  private final Kernel kernel;
  private final Mbufs mbufs;
  private final Ifnet ifp;
  private final Softint softint;
  private final Deque<Mbuf> packets = new ArrayDeque<>();

  /** {@code if_percpuq_create}; may sleep. */
  public Percpuq(Kernel kernel, Mbufs mbufs, Ifnet ifp) {
    kernel.callThatSleeps("if_percpuq_create");
    kernel.lend(1);
    this.kernel = kernel;
    this.mbufs = mbufs;
    this.ifp = ifp;
    this.softint = new Softint(kernel, this::input);
  }

  /** {@code if_percpuq_enqueue}: from an interrupt or a softint. */
  public void enqueue(Mbuf packet) {
    kernel.call("if_percpuq_enqueue");
    ifp.checkReceived(packet);
    packets.add(packet);
    softint.schedule();
  }

  private void input() {
    for (Mbuf packet = packets.poll(); packet != null; packet = packets.poll()) {
      ifp.input(packet);
    }
  }

  boolean dispatch() {
    return softint.dispatch();
  }

  /** {@code if_percpuq_destroy}: frees what waits; may sleep. */
  public void destroy() {
    kernel.callThatSleeps("if_percpuq_destroy");
    softint.disestablish();
    packets.forEach(mbufs::freem);
    packets.clear();
    kernel.lend(-1);
  }
}
