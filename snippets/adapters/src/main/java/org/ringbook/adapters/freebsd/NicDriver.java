package org.ringbook.adapters.freebsd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The driver: attach and detach (device_attach, device_detach), stop and start, and
 * one {@link QueuePair} for each interrupt vector of a queue.
 *
 * <p>Attach builds up, detach takes down in reverse: first no new packet and no new
 * interrupt, then no running task, then the device, then memory. What is done in
 * another order is a race that loses once a year.
 */
final class NicDriver {
  private static final int SEGMENTS = 32;

  private final Softc softc;
  private final Card card;
  private final PortSettings wanted;
  private final Mtx core;
  private final DmaMem rings;
  private final List<QueuePair> queues = new ArrayList<>();
  private LinkInterrupt link;

  /** The driver's device_attach. */
  NicDriver(Kernel kernel, Mbufs mbufs, Card card, PortSettings wanted) {
    this.softc = new Softc(kernel, mbufs);
    this.card = card;
    this.wanted = wanted;
    rings = new DmaMem(kernel);
    core = new Mtx(kernel, "core");
    List<RxQueue> receivers =
        IntStream.range(0, wanted.queues())
            .mapToObj(q -> new RxQueue(softc, q, wanted.ringSize()))
            .toList();
    softc.port =
        card.ports()
            .open(card.registers(), rings, q -> receivers.get(q).buffers(), wanted);
    receivers.forEach(this::addQueue);
    attachInterface();
  }

  private void addQueue(RxQueue rx) {
    int index = queues.size();
    int segments = Math.min(SEGMENTS, softc.port.tx(index).longestChain());
    TxQueue tx = new TxQueue(softc, index, wanted.ringSize(), segments);
    queues.add(new QueuePair(softc, index, tx, rx));
  }

  private void attachInterface() {
    Ifnet ifp = softc.ifp;
    ifp.setTransmit(this::transmit);
    ifp.setMtuHandler(this::setMtu);
    ifp.etherIfattach();
    if (softc.port.vectors() > queues.size()) {
      link = new LinkInterrupt(softc, queues.size());
    }
    queues.forEach(QueuePair::setupInterrupt);
    core.holding(this::running);
    ifp.linkStateChange(softc.port.linkUp());
  }

  private void running() {
    softc.ifp.setRunning(true);
    for (int vector = 0; vector < softc.port.vectors(); vector++) {
      softc.port.unmask(vector);
    }
  }

  /** The driver's {@code if_transmit}: a flow stays on its queue. */
  private int transmit(Mbuf packet) {
    int queue = packet.header().queue(queues.size());
    return queues.get(queue).tx().transmit(packet);
  }

  /** The driver's {@code if_ioctl} for SIOCSIFMTU: stop, change, start. */
  private int setMtu(int bytes) {
    if (bytes < 68 || bytes > Ifnet.MAX_MTU) {
      return Errno.EINVAL;
    }
    core.holding(() -> restart(softc.port.settings().withMtu(bytes)));
    return 0;
  }

  /** What the watchdog does with a queue that is stuck. */
  void reset() {
    core.holding(() -> restart(softc.port.settings()));
    queues.forEach(queue -> queue.tx().poll());
  }

  private void restart(PortSettings settings) {
    stop();
    softc.port.start(settings);
    queues.forEach(queue -> queue.rx().watch());
    running();
  }

  /** Nothing moves afterwards; packets that were not sent are freed. */
  private void stop() {
    softc.ifp.setRunning(false);
    for (int vector = 0; vector < softc.port.vectors(); vector++) {
      softc.port.mask(vector);
    }
    softc.port.stop(TxQueue::returned);
    softc.ifp.setOactive(false);
  }

  /** The driver's device_detach. */
  void detach() {
    softc.ifp.etherIfdetach();
    core.holding(this::stop);
    queues.forEach(QueuePair::teardownInterrupt);
    if (link != null) {
      link.teardown();
    }
    softc.port.close();
    rings.releaseAll();
    queues.forEach(QueuePair::destroy);
    core.destroy();
    softc.ifp.free();
  }

  /** {@code sysctl} of the interrupt rate: microseconds between interrupts. */
  void moderate(int microseconds) {
    softc.kernel.call("sysctl_handle_int");
    for (int vector = 0; vector < softc.port.vectors(); vector++) {
      softc.port.moderate(vector, microseconds * 1000);
    }
  }

  /** Delivers an interrupt of a vector. */
  void interrupt(int vector) {
    if (vector < queues.size()) {
      queues.get(vector).interrupt().deliver();
    } else {
      link.deliver();
    }
  }

  /** Lets each queue's thread run one task. */
  boolean runTasks() {
    boolean any = false;
    for (QueuePair queue : queues) {
      any |= queue.runTask();
    }
    return any;
  }

  /** Lets the time of all timers come. */
  void tick() {
    queues.forEach(queue -> queue.rx().tick());
  }

  Ifnet ifp() {
    return softc.ifp;
  }

  Port port() {
    return softc.port;
  }

  int packetsOut() {
    return queues.stream().mapToInt(QueuePair::packetsOut).sum();
  }

  Card card() {
    return card;
  }
}
