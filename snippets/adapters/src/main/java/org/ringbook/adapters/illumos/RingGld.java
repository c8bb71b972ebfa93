package org.ringbook.adapters.illumos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The GLDv3 driver: attach(9E) and detach(9E), and the callbacks of the MAC layer.
 * VLAN tags stay in the frame, so the device is not told to take any out.
 */
public final class RingGld implements MacCallbacks {
  private static final int EBUSY = 16;
  private static final int EINVAL = 22;
  private static final int ENOTSUP = 48;
  private static final int NANOSECONDS = 1000;
  private static final int BATCH_BYTES = 64 * 1514;

  private final Kernel kernel;
  private final Streams streams;
  private final Mac mac;
  private final Card card;
  private final DdiDma dma;
  private final ConsistentMemory memory;
  private final List<DdiInterrupt> interrupts = new ArrayList<>();
  private PortSettings settings;
  private Port port;
  private Rings rings;
  private boolean started;
  private boolean attached;

  /** A driver for a card. */
  public RingGld(
      Kernel kernel,
      Streams streams,
      Mac mac,
      Card card,
      HostMemory hostMemory,
      Iommu iommu,
      PortSettings wanted) {
    this.kernel = kernel;
    this.streams = streams;
    this.mac = mac;
    this.card = card;
    this.dma = new DdiDma(kernel, hostMemory, iommu);
    this.memory = new ConsistentMemory(kernel, iommu);
    this.settings = withoutTags(wanted);
  }

  private static PortSettings withoutTags(PortSettings from) {
    Set<Feature> features = new HashSet<>(from.features());
    features.remove(Feature.VLAN_INSERT);
    features.remove(Feature.VLAN_STRIP);
    return new PortSettings(
        from.queues(), from.ringSize(), from.mtu(), features, from.rssKey());
  }

  // tag::attach[]
  /** attach(9E), DDI_ATTACH. */
  public void attach() {
    mac.macAlloc();
    for (int i = 0; i < card.interrupts().vectors(); i++) {
      interrupts.add(new DdiInterrupt(kernel, card.interrupts(), i));
      interrupts.getLast().getPri();
    }
    rings = new Rings(dma, memory, settings);
    port = card.ports().open(card.registers(), memory, rings::source, settings);
    rings.connect(kernel, streams, mac, dma, port);
    port.stop(rings::done);
    for (int i = 0; i < interrupts.size(); i++) {
      int vector = i;
      interrupts.get(i).addHandler(() -> interrupt(vector));
    }
    mac.macRegister(this);
    mac.macFree();
    interrupts.forEach(DdiInterrupt::enable);
    attached = true;
  }

  // end::attach[]

  // tag::detach[]
  /**
   * detach(9E), DDI_DETACH.
   *
   * @return false for DDI_FAILURE: the stack has buffers of ours, or is not done
   */
  public boolean detach() {
    if (rings.lent() > 0 || mac.macUnregister() != 0) {
      return false;
    }
    for (DdiInterrupt each : interrupts) {
      each.disable();
      each.removeHandler();
      each.free();
    }
    port.close();
    rings.free();
    memory.releaseAll();
    attached = false;
    return true;
  }

  // end::detach[]

  @Override
  public int start() {
    port.start(settings);
    started = true;
    rings.flow(true);
    for (int i = 0; i < port.vectors(); i++) {
      port.unmask(i);
    }
    mac.macLinkUpdate(port.linkUp());
    for (int i = 0; i < rings.count(); i++) {
      rings.tx(i).unblock();
    }
    return 0;
  }

  @Override
  public void stop() {
    started = false;
    rings.flow(false);
    port.stop(rings::done);
  }

  /** From a watchdog, in kernel context: the card is stuck. */
  public void reset() {
    stop();
    start();
  }

  // tag::interrupt[]
  /** The handler: true for DDI_INTR_CLAIMED. */
  private boolean interrupt(int vector) {
    int causes = port.causes(vector);
    if (causes == 0 && port.vectors() == 1) {
      return false;
    }
    port.mask(vector);
    if ((causes & Port.LINK) != 0) {
      mac.macLinkUpdate(port.linkUp());
    }
    serve(vector);
    port.unmask(vector);
    return true;
  }

  // end::interrupt[]

  private void serve(int vector) {
    if (port.vectors() == 1) {
      for (int i = 0; started && i < rings.count(); i++) {
        serveRing(i);
      }
    } else if (started && vector < rings.count()) {
      serveRing(vector);
    }
  }

  private void serveRing(int ring) {
    boolean more = true;
    while (more) {
      more = rings.tx(ring).complete();
      Mblk chain = rings.rx(ring).poll();
      if (chain != null) {
        more = true;
        mac.macRxRing(ring, chain);
      }
    }
  }

  @Override
  public Mblk transmit(int ring, Mblk chain) {
    return rings.tx(ring).transmit(chain);
  }

  @Override
  public Mblk poll(int ring, int bytes) {
    return bytes > 0 && bytes <= BATCH_BYTES ? rings.rx(ring).poll() : null;
  }

  @Override
  public void ringInterrupt(int ring, boolean on) {
    if (on) {
      port.unmask(ring);
    } else {
      port.mask(ring);
    }
  }

  @Override
  public int setProperty(String name, int value) {
    return switch (name) {
      case "mtu" -> mtu(value);
      case "_intr_throttling_rate" -> throttle(value);
      default -> ENOTSUP;
    };
  }

  /** MAC_PROP_MTU: the device is programmed anew, so it must be stopped. */
  private int mtu(int bytes) {
    int most = port.features().contains(Feature.JUMBO) ? 9000 : 1500;
    if (started) {
      return EBUSY;
    }
    if (bytes < 68 || bytes > most) {
      return EINVAL;
    }
    settings = settings.withMtu(bytes);
    mac.macMaxsduUpdate();
    return 0;
  }

  /** A private property: its name starts with an underscore. */
  private int throttle(int micros) {
    for (int i = 0; i < port.vectors(); i++) {
      port.moderate(i, micros * NANOSECONDS);
    }
    return 0;
  }

  @Override
  public long statistic(MacStatistic which) {
    return rings.statistic(which);
  }

  @Override
  public int promiscuous(boolean on) {
    return 0;
  }

  /** What mc_getcapab offers of what was wanted. */
  Set<Feature> features() {
    Set<Feature> offered = new HashSet<>(settings.features());
    offered.retainAll(port.features());
    return offered;
  }

  int packets() {
    return attached ? rings.outstanding() : 0;
  }

  DdiDma dma() {
    return dma;
  }

  int consistentRegions() {
    return memory.regions();
  }

  int interruptsHeld() {
    return (int) interrupts.stream().filter(each -> !each.isFreed()).count();
  }

  /** Delivers what the card raised. */
  int deliver() {
    int count = 0;
    for (DdiInterrupt each : interrupts) {
      count += each.deliver() ? 1 : 0;
    }
    return count;
  }
}
