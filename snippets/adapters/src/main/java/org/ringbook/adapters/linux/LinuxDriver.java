package org.ringbook.adapters.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The driver: {@code probe}, {@code remove}, and what the stack calls between. It
 * knows Linux; the {@link Port} knows the device.
 */
public final class LinuxDriver implements NetDeviceOps {
  private static final int MAX_MTU = 9000;

  private final LinuxKernel kernel;
  private final PciDev pci;
  private final NetDevice dev;
  private final List<LinuxQueue> queues = new ArrayList<>();
  private final RingMemory memory;
  private final LinuxInterrupts interrupts;
  private final Runnable resetWork = this::resetInWork;
  private PortSettings settings;
  private Port port;
  private int moderation;

  private LinuxDriver(LinuxKernel kernel, PciDev pci, PortSettings wanted) {
    this.kernel = kernel;
    this.pci = pci;
    this.settings = wanted;
    this.memory = new RingMemory(kernel.dma());
    this.dev = NetDevice.allocEtherdevMqs(kernel, this, wanted.queues());
    this.interrupts = new LinuxInterrupts(kernel, pci, this);
    for (int i = 0; i < wanted.queues(); i++) {
      queues.add(new LinuxQueue(kernel, dev, i, wanted.ringSize()));
    }
  }

  // tag::probe[]
  /** {@code pci_driver.probe}: registers the device last, as it is used at once. */
  public static LinuxDriver probe(LinuxKernel kernel, PciDev pci, PortSettings ask) {
    pci.enable();
    LinuxDriver driver = new LinuxDriver(kernel, pci, ask);
    pci.pciAllocIrqVectors(ask.queues() + 1);
    boolean jumbo = ask.uses(Feature.JUMBO);
    driver.dev.offer(ask.features(), jumbo ? MAX_MTU : ask.mtu());
    driver.dev.registerNetdev();
    return driver;
  }

  /** {@code pci_driver.remove}: everything that probe did, backwards. */
  public void remove() {
    dev.unregisterNetdev();
    kernel.work().cancelWorkSync(resetWork);
    if (port != null) {
      port.close();
    }
    memory.releaseAll();
    pci.pciFreeIrqVectors();
    queues.forEach(queue -> queue.remove(dev));
    dev.freeNetdev();
    pci.disable();
  }

  // end::probe[]

  @Override
  public int ndoOpen() {
    interrupts.request(queues);
    up();
    return 0;
  }

  @Override
  public int ndoStop() {
    down();
    interrupts.free();
    return 0;
  }

  // tag::up[]
  private void up() {
    if (port == null) {
      var card = pci.card();
      IntFunction<PacketSource> buffers = i -> queues.get(i).buffers();
      port = card.ports().open(card.registers(), memory, buffers, settings);
    } else {
      port.start(settings);
    }
    queues.forEach(queue -> queue.up(port));
    moderateAll();
    dev.netifTxStartAllQueues();
    interrupts.unmaskAll(port);
    linkChanged();
  }

  private void down() {
    dev.netifCarrierOff();
    dev.netifTxDisable();
    interrupts.maskAll(port);
    queues.forEach(LinuxQueue::down);
    port.stop(frame -> queueOf(frame.attachment()).tx().drop(frame));
    queues.forEach(LinuxQueue::stopped);
  }

  // end::up[]

  private LinuxQueue queueOf(Object skb) {
    return queues.get(((SkBuff) skb).fields().queueMapping);
  }

  void linkChanged() {
    if (port.linkUp()) {
      dev.netifCarrierOn();
    } else {
      dev.netifCarrierOff();
    }
  }

  @Override
  public NetdevTx ndoStartXmit(SkBuff skb) {
    return queues.get(skb.fields().queueMapping).xmit(skb);
  }

  @Override
  public int ndoChangeMtu(int mtu) {
    restart(settings.withMtu(mtu));
    dev.mtu(mtu);
    return 0;
  }

  private void restart(PortSettings changed) {
    boolean running = dev.netifRunning();
    if (running) {
      dev.netifDeviceDetach();
      down();
    }
    settings = changed;
    if (running) {
      up();
      dev.netifDeviceAttach();
    }
  }

  @Override
  public void ndoTxTimeout(int queue) {
    kernel.work().scheduleWork(resetWork);
  }

  /** A reset sleeps, and the watchdog may not: hence the work item, and RTNL. */
  private void resetInWork() {
    kernel.rtnlLock();
    restart(settings);
    kernel.rtnlUnlock();
  }

  /** The device has one timer for both directions. */
  @Override
  public int setCoalesce(int rxUsecs, int txUsecs) {
    if (rxUsecs != txUsecs) {
      return -Errno.EINVAL;
    }
    moderation = rxUsecs * 1000;
    if (port != null) {
      moderateAll();
    }
    return 0;
  }

  private void moderateAll() {
    for (int vector = 0; vector < port.vectors(); vector++) {
      port.moderate(vector, moderation);
    }
  }

  @Override
  public void ndoGetStats64(Map<String, Long> counters) {
    queues.forEach(queue -> queue.count(counters));
  }

  @Override
  public void getEthtoolStats(Map<String, Long> counters) {
    queues.forEach(queue -> queue.countFailures(counters));
  }

  /** The device as the stack sees it. */
  public NetDevice dev() {
    return dev;
  }

  Port port() {
    return port;
  }

  /** Packets of the core that are in use. */
  int outstanding() {
    return queues.stream().mapToInt(LinuxQueue::outstanding).sum();
  }
}
