package org.ringbook.adapters.netbsd;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The driver. A hard interrupt only masks the card and schedules the driver's softint,
 * which receives with a budget, frees what was sent, and has if_start called again.
 * One pair of queues: the interface has one queue, and mbufs have no room for a hash.
 */
final class NicDriver {
  private static final int SEGMENTS = 40;
  private static final int MAX_MTU = 9000;

  private final Softc softc;
  private final DmaMem rings;
  private final TxPath tx;
  private final RxPath rx;
  private final QueueInterrupts interrupts;
  private final Callout watchdog;

  /** The driver's attach. */
  NicDriver(Kernel kernel, Mbufs mbufs, Card card, PortSettings wanted) {
    this.softc = new Softc(kernel, mbufs);
    rings = new DmaMem(kernel);
    RxBuffers buffers = new RxBuffers(softc, wanted.ringSize());
    softc.port = card.ports().open(card.registers(), rings, q -> buffers, offered(wanted));
    int segments = Math.min(SEGMENTS, softc.port.tx(0).longestChain());
    tx = new TxPath(softc, wanted.ringSize(), segments);
    rx = new RxPath(softc, buffers);
    interrupts = new QueueInterrupts(softc, card.interrupts(), tx, rx);
    watchdog = new Callout(kernel);
    watchdog.setfunc(this::restart);
    attachInterface(wanted.ringSize());
  }

  private static PortSettings offered(PortSettings wanted) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    features.addAll(wanted.features());
    features.remove(Feature.RSS);
    return new PortSettings(1, wanted.ringSize(), wanted.mtu(), features, List.of());
  }

  private void attachInterface(int queueLength) {
    Ifnet ifp = softc.ifp;
    ifp.handlers(tx::start, this::setMtu);
    ifp.snd().setMaxlen(queueLength);
    ifp.snd().setReady();
    ifp.etherIfattach();
    ifp.etherSetVlanCb();
    ifp.register();
    init();
    ifp.linkStateChange(softc.port.linkUp());
  }

  /** The driver's {@code if_init}, after the port has started. */
  private void init() {
    softc.ifp.setRunning(true);
    softc.ifp.setOactive(false);
    watchdog.schedule();
    forEachVector(softc.port::unmask);
  }

  /** The driver's {@code if_stop}; packets in flight are freed unsent. */
  private void stop() {
    softc.ifp.setRunning(false);
    watchdog.stop();
    forEachVector(softc.port::mask);
    softc.port.stop(TxPath::returned);
  }

  private void forEachVector(IntConsumer action) {
    for (int vector = 0; vector < softc.port.vectors(); vector++) {
      action.accept(vector);
    }
  }

  private void restart() {
    restart(softc.port.settings());
    softc.ifp.scheduleDeferredStart();
  }

  private void restart(PortSettings settings) {
    Kernel.Ipl before = softc.kernel.splnet();
    stop();
    softc.port.start(settings);
    rx.watch();
    init();
    softc.kernel.splx(before);
  }

  /** After ether_ioctl's ENETRESET: the card starts again with the new MTU. */
  private int setMtu(int bytes) {
    if (bytes < 68 || bytes > MAX_MTU) {
      return Errno.EINVAL;
    }
    restart(softc.port.settings().withMtu(bytes));
    softc.kernel.withoutPreemption(softc.ifp::scheduleDeferredStart);
    return 0;
  }

  /** The driver's detach: in the reverse order of attach. */
  void detach() {
    Kernel.Ipl before = softc.kernel.splnet();
    stop();
    softc.ifp.snd().purge();
    softc.kernel.splx(before);
    interrupts.disestablish();
    watchdog.halt();
    watchdog.destroy();
    softc.ifp.etherIfdetach();
    softc.ifp.detach();
    rx.destroy();
    tx.destroy();
    softc.port.close();
    rings.releaseAll();
  }

  /** {@code sysctl} of the interrupt rate, made by sysctl_createv. */
  void moderate(int microseconds) {
    softc.kernel.call("sysctl_createv");
    forEachVector(vector -> softc.port.moderate(vector, microseconds * 1000));
  }

  /** Lets the watchdog's time come. */
  void expireWatchdog() {
    watchdog.expire();
  }

  /** Delivers interrupts that the card raised; returns how many. */
  int deliver() {
    return interrupts.deliver();
  }

  /** Runs softints that are pending. */
  boolean dispatch() {
    return interrupts.dispatch() | rx.dispatch() | softc.ifp.dispatch();
  }

  /** Lets the time of the refill timer come. */
  void tick() {
    rx.tick();
  }

  Ifnet ifp() {
    return softc.ifp;
  }

  Port port() {
    return softc.port;
  }

  int packetsOut() {
    return tx.packetsOut() + rx.packetsOut();
  }
}
