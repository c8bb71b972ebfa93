package org.ringbook.adapters.freebsd;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.host.PortingException;
import org.ringbook.dataplane.interrupt.InterruptSource;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;

/** FreeBSD with the native driver on one card. */
public final class FreeBsdHost implements Host {
  private static final int EOPNOTSUPP = 45;

  private final Kernel kernel;
  private final Mbufs mbufs;
  private final Stack stack;
  private final NicDriver driver;

  /** Boots, and attaches the driver. */
  public FreeBsdHost(Machine machine, Card card, PortSettings wanted) {
    kernel = new Kernel(machine);
    mbufs = new Mbufs(kernel);
    stack = new Stack(mbufs);
    driver = new NicDriver(kernel, mbufs, card, wanted);
  }

  /** XDP programs can't be attached. */
  @PortingException(
      os = "FreeBSD",
      feature = Capability.XDP,
      error = "EOPNOTSUPP",
      reason = "pfil_mem_in runs filters that pass or drop, but no programs.",
      instead = "Use netmap, or a pfil hook of the link layer.",
      source = "netmap(4), pfil(9)")
  static int attachProgram() {
    return EOPNOTSUPP;
  }

  /** Received packets carry no time of the device. */
  @PortingException(
      os = "FreeBSD",
      feature = Capability.TIMESTAMPS,
      error = "EOPNOTSUPP",
      reason = "The core does not read the device's clock.",
      instead = "SO_TIMESTAMP stamps in software.",
      source = "setsockopt(2)")
  static int enableTimestamps() {
    return EOPNOTSUPP;
  }

  @Override
  public String os() {
    return "FreeBSD";
  }

  @Override
  public Set<Feature> features() {
    return driver.port().settings().features();
  }

  @Override
  public Sent send(Outgoing frame) {
    Mbuf packet = stack.packet(frame);
    if (packet == null) {
      return Sent.DROPPED;
    }
    return switch (driver.ifp().transmit(packet)) {
      case 0 -> Sent.TAKEN;
      // The mbufs are gone; TCP has the bytes in its socket buffer still.
      case Errno.ENOBUFS -> Sent.PUSHED_BACK;
      default -> Sent.DROPPED;
    };
  }

  @Override
  public int run() {
    int delivered = 0;
    boolean more = true;
    while (more) {
      int now = deliver();
      delivered += now;
      more = driver.runTasks() || now > 0;
    }
    driver.tick();
    return delivered;
  }

  private int deliver() {
    InterruptSource interrupts = driver.card().interrupts();
    int delivered = 0;
    for (int vector = 0; vector < driver.port().vectors(); vector++) {
      if (interrupts.take(vector)) {
        driver.interrupt(vector);
        delivered++;
      }
    }
    return delivered;
  }

  @Override
  public List<Incoming> received() {
    return driver.ifp().takeInput().stream().map(stack::incoming).toList();
  }

  @Override
  public boolean pushesBack() {
    return driver.ifp().isOactive();
  }

  @Override
  public void failAllocations(int count) {
    mbufs.fail(count);
  }

  @Override
  public void failMappings(int count) {
    kernel.machine().iommu().failNext(count);
  }

  @Override
  public boolean mtu(int bytes) {
    return driver.ifp().ioctlSetMtu(bytes) == 0;
  }

  @Override
  public void moderate(int microseconds) {
    driver.moderate(microseconds);
  }

  @Override
  public void reset() {
    driver.reset();
  }

  @Override
  public boolean linkUp() {
    return driver.ifp().isLinkUp();
  }

  @Override
  public Map<String, Long> statistics() {
    return driver.ifp().counters().byName();
  }

  @Override
  public List<String> trace() {
    return kernel.trace();
  }

  @Override
  public Leaks leaks() {
    int mappings = kernel.machine().iommu().mapped();
    int packets = driver.packetsOut();
    return new Leaks(mbufs.outstanding(), mappings, packets, kernel.lent());
  }

  @Override
  public void close() {
    driver.detach();
    received();
  }
}
