package org.ringbook.adapters.netbsd;

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
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;

/** NetBSD with the driver on one card. */
public final class NetBsdHost implements Host {
  private final Kernel kernel;
  private final Mbufs mbufs;
  private final Stack stack;
  private final NicDriver driver;

  /** Boots, and attaches the driver. */
  public NetBsdHost(Machine machine, Card card, PortSettings wanted) {
    kernel = new Kernel(machine);
    mbufs = new Mbufs(kernel);
    stack = new Stack(mbufs);
    driver = new NicDriver(kernel, mbufs, card, wanted);
  }

  /** XDP programs can't be attached. */
  @PortingException(
      os = "NetBSD",
      feature = Capability.XDP,
      error = "EOPNOTSUPP",
      reason = "The kernel has no hook for programs before an mbuf exists.",
      instead = "Use a pfil hook of the interface, or npf(7).",
      source = "pfil(9), npf(7)")
  static int attachProgram() {
    return Errno.EOPNOTSUPP;
  }

  /** Received packets carry no time of the device. */
  @PortingException(
      os = "NetBSD",
      feature = Capability.TIMESTAMPS,
      error = "EOPNOTSUPP",
      reason = "The core does not read the device's clock.",
      instead = "SO_TIMESTAMP stamps in software.",
      source = "getsockopt(2)")
  static int enableTimestamps() {
    return Errno.EOPNOTSUPP;
  }

  /** Segments that were received are not merged. */
  @PortingException(
      os = "NetBSD",
      feature = Capability.RECEIVE_MERGE,
      error = "EOPNOTSUPP",
      reason = "The kernel has no merging of segments that a driver could call.",
      instead = "Fewer interrupts by moderation; jumbo frames.",
      source = "net/if.h: IFCAP_LRO is a bit that nothing implements")
  static int enableLro() {
    return Errno.EOPNOTSUPP;
  }

  /** Flows are not spread by a hash. */
  @PortingException(
      os = "NetBSD",
      feature = Capability.RSS,
      error = "EOPNOTSUPP",
      reason = "An mbuf has no field for the hash, and if_start has one queue.",
      instead = "if_transmit with a pcq(9) for each queue, without the hash.",
      source = "mbuf(9), net/if.h")
  static int enableRss() {
    return Errno.EOPNOTSUPP;
  }

  @Override
  public String os() {
    return "NetBSD";
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
    long lost = errors();
    if (driver.ifp().transmit(packet) != 0) {
      // The mbufs are gone; TCP has the bytes in its socket buffer still.
      return Sent.PUSHED_BACK;
    }
    return errors() == lost ? Sent.TAKEN : Sent.DROPPED;
  }

  private long errors() {
    return driver.ifp().statistics().get("if_oerrors");
  }

  @Override
  public int run() {
    int delivered = 0;
    boolean more = true;
    while (more) {
      int now = driver.deliver();
      delivered += now;
      more = driver.dispatch() || now > 0;
    }
    driver.tick();
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
    driver.expireWatchdog();
  }

  @Override
  public boolean linkUp() {
    return driver.ifp().isLinkUp();
  }

  @Override
  public Map<String, Long> statistics() {
    return driver.ifp().statistics().byName();
  }

  @Override
  public List<String> trace() {
    return kernel.trace();
  }

  @Override
  public Leaks leaks() {
    int mappings = kernel.machine().iommu().mapped();
    return new Leaks(
        mbufs.outstanding(), mappings, driver.packetsOut(), kernel.lent());
  }

  @Override
  public void close() {
    driver.detach();
    received();
  }
}
