package org.ringbook.adapters.freebsd.minimal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Interrupt.Filtered;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/** A network driver with one queue; see package. */
public final class MinimalDriver {
  private static final int RING = 16;
  private static final int SPARE = 8;

  private final Kernel kernel;
  private final Card card;
  private final Mtx lock;
  private final Ifnet ifp;
  private final SendMaps sends;
  private final ReceiveClusters clusters;
  private final Taskqueue queue;
  private final Taskqueue.Task task = new Taskqueue.Task(true, this::poll);
  private final Interrupt interrupt;
  private final Deque<Mbuf> ready = new ArrayDeque<>();
  private Port port;

  /** What device_attach gets first: memory, maps, queue, vector. */
  public MinimalDriver(Kernel kernel, Mbufs mbufs, Card card) {
    this.kernel = kernel;
    this.card = card;
    lock = new Mtx(kernel, "minimal");
    ifp = new Ifnet(kernel, mbufs);
    sends = new SendMaps(kernel, mbufs, RING);
    clusters = new ReceiveClusters(kernel, mbufs, RING + SPARE);
    queue = Taskqueue.createFast(kernel);
    interrupt = new Interrupt(kernel);
  }

  // tag::attach[]
  /** device_attach: last of all those who may call us from outside. */
  public void attach() {
    Set<Feature> features = Set.of(Feature.SCATTER_GATHER);
    PortSettings settings = PortSettings.plain(RING).withFeatures(features);
    var memory = kernel.machine().iommu();
    port = card.ports().open(card.registers(), memory, q -> clusters, settings);
    queue.startThreads(0);
    ifp.setTransmit(this::transmit);
    ifp.setRunning(true);
    ifp.etherIfattach(); // from here on the stack may call
    interrupt.setup(this::filter, null); // and from here on the device
    port.unmask(0);
  }

  /** device_detach: whoever could call us goes first, then what they used. */
  public void detach() {
    ifp.etherIfdetach();
    ifp.setRunning(false); // a task that still comes does nothing
    port.mask(0);
    interrupt.teardown();
    queue.drain(task);
    lock.holding(() -> port.stop(sends::sent));
    port.close();
    queue.free();
    interrupt.release();
    sends.destroy();
    clusters.destroy();
    lock.destroy();
    ifp.free();
  }

  // end::attach[]

  /** if_transmit: the mbuf is ours, also when we return an error. */
  private int transmit(Mbuf m) {
    int[] error = new int[1];
    lock.holding(() -> error[0] = sends.send(m, port.tx(0)));
    return error[0];
  }

  // tag::interrupt[]
  private Filtered filter() {
    if (port.causes(0) == 0) {
      return Filtered.STRAY;
    }
    port.mask(0);
    queue.enqueue(task);
    return Filtered.HANDLED;
  }

  /** A network task: in the epoch, which if_input wants. */
  private void poll() {
    if (!ifp.isRunning()) {
      return;
    }
    int[] done = new int[1];
    lock.holding(
        () -> {
          port.tx(0).complete(RING, sends::sent);
          done[0] = port.rx(0).poll(RING, this::received);
        });
    while (!ready.isEmpty()) {
      ifp.input(ready.remove()); // without the lock
    }
    if (done[0] == RING) {
      queue.enqueue(task);
    } else {
      port.unmask(0);
    }
  }

  private void received(Packet packet) {
    int bytes = packet.length();
    Mbuf m = clusters.release(packet);
    m.length(bytes);
    m.header().length(bytes);
    m.header().rcvif(ifp);
    ready.add(m);
  }

  // end::interrupt[]

  /** The interface, for the stack. */
  public Ifnet ifp() {
    return ifp;
  }

  /** Delivers what the card has to say and runs the task, until all is quiet. */
  public void run() {
    boolean more = true;
    while (more) {
      more = card.interrupts().take(0);
      if (more) {
        interrupt.deliver();
      }
      more |= queue.runOne();
    }
  }
}
