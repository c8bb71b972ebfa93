package org.ringbook.adapters.illumos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;

/** illumos with the GLDv3 driver on one card. */
public final class IllumosHost implements Host {
  /** The kernel's name. */
  public static final String OS = "illumos";

  private final Machine machine;
  private final Kernel kernel = new Kernel();
  private final Streams streams;
  private final Stack stack;
  private final Mac mac;
  private final RingGld driver;

  private IllumosHost(Machine machine, Card card, PortSettings settings) {
    this.machine = machine;
    HostMemory memory = machine.memory();
    Iommu iommu = machine.iommu();
    this.streams = new Streams(kernel, memory);
    this.stack = new Stack(streams);
    this.mac = new Mac(kernel, streams, stack);
    this.driver = new RingGld(kernel, streams, mac, card, memory, iommu, settings);
  }

  /** Attaches the driver and starts its link. */
  public static Host attach(Machine machine, Card card, PortSettings settings) {
    IllumosHost host = new IllumosHost(machine, card, settings);
    host.kernel.enter("attach", Context.KERNEL, host.driver::attach);
    host.mac.start();
    return host;
  }

  @Override
  public String os() {
    return OS;
  }

  @Override
  public Set<Feature> features() {
    return driver.features();
  }

  @Override
  public Sent send(Outgoing frame) {
    if (stack.isBlocked()) {
      return Sent.PUSHED_BACK;
    }
    Mblk message = stack.message(frame);
    if (message == null) {
      return Sent.DROPPED;
    }
    long errors = mac.statistic(MacStatistic.MAC_STAT_OERRORS);
    if (mac.transmit(0, message) != null) {
      stack.block();
      streams.freemsg(message);
      return Sent.PUSHED_BACK;
    }
    boolean dropped = mac.statistic(MacStatistic.MAC_STAT_OERRORS) > errors;
    return dropped ? Sent.DROPPED : Sent.TAKEN;
  }

  @Override
  public int run() {
    int delivered = 0;
    int now;
    do {
      now = driver.deliver();
      delivered += now;
      stack.freeHeld();
    } while (now > 0);
    return delivered;
  }

  @Override
  public List<Incoming> received() {
    return stack.received();
  }

  @Override
  public boolean pushesBack() {
    return stack.isBlocked();
  }

  @Override
  public void failAllocations(int count) {
    streams.failNext(count);
  }

  @Override
  public void failMappings(int count) {
    machine.iommu().failNext(count);
  }

  /** dladm set-linkprop -p mtu: on a link that is not in use. */
  @Override
  public boolean mtu(int bytes) {
    mac.stop();
    int error = mac.setProperty("mtu", bytes);
    mac.start();
    return error == 0;
  }

  @Override
  public void moderate(int microseconds) {
    mac.setProperty("_intr_throttling_rate", microseconds);
  }

  @Override
  public void reset() {
    kernel.enter("ddi_periodic_add", Context.KERNEL, driver::reset);
  }

  @Override
  public boolean linkUp() {
    return stack.linkUp();
  }

  @Override
  public Map<String, Long> statistics() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (MacStatistic which : MacStatistic.values()) {
      all.put(which.name(), mac.statistic(which));
    }
    return all;
  }

  @Override
  public List<String> trace() {
    return kernel.trace();
  }

  @Override
  public Leaks leaks() {
    int buffers = streams.allocated() + streams.loaned() + driver.dma().buffers();
    int other =
        driver.dma().handles()
            + driver.consistentRegions()
            + driver.interruptsHeld()
            + (mac.isInUse() ? 1 : 0);
    return new Leaks(buffers, driver.dma().bound(), driver.packets(), other);
  }

  /**
   * Unplumbs the link; detach fails while messages are on loan, and is tried again.
   */
  @Override
  public void close() {
    mac.stop();
    while (!detach()) {
      stack.freeHeld();
    }
  }

  private boolean detach() {
    boolean[] done = new boolean[1];
    kernel.enter("detach", Context.KERNEL, () -> done[0] = driver.detach());
    return done[0];
  }
}
