package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.SOFTIRQ;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;

/** Linux with the driver on one card: {@code ip link set eth0 up} has been said. */
public final class LinuxHost implements Host {
  private final LinuxKernel kernel;
  private final PciDev pci;
  private final LinuxDriver driver;
  private final LinuxFrames frames;

  private LinuxHost(Machine machine, Card card, PortSettings wanted) {
    kernel = new LinuxKernel(machine);
    pci = new PciDev(kernel, card);
    frames = new LinuxFrames(kernel);
    driver = LinuxDriver.probe(kernel, pci, wanted);
    kernel.rtnlLock();
    int error = NetCore.devOpen(kernel, driver.dev());
    kernel.rtnlUnlock();
    if (error != 0) {
      throw new IllegalStateException("ndo_open returns " + error);
    }
  }

  /** Boots, probes, and opens. */
  public static LinuxHost attach(Machine machine, Card card, PortSettings wanted) {
    return new LinuxHost(machine, card, wanted);
  }

  @Override
  public String os() {
    return "Linux";
  }

  @Override
  public Set<Feature> features() {
    return driver.dev().features();
  }

  @Override
  public Sent send(Outgoing frame) {
    SkBuff skb = frames.skb(frame, driver.dev().queues().size());
    if (skb == null) {
      return Sent.DROPPED;
    }
    return switch (NetCore.devDirectXmit(kernel, driver.dev(), skb)) {
      case SENT -> Sent.TAKEN;
      case DROPPED -> Sent.DROPPED;
      case BUSY -> pushedBack(skb);
    };
  }

  /** The caller will bring the frame again, so this copy of it is not needed. */
  private Sent pushedBack(SkBuff skb) {
    kernel.skbs().kfreeSkb(skb);
    return Sent.PUSHED_BACK;
  }

  @Override
  public int run() {
    kernel.work().tick();
    int interrupts = 0;
    boolean busy = true;
    while (busy) {
      int delivered = pci.deliver();
      interrupts += delivered;
      boolean polled = kernel.softirq().run();
      boolean worked = kernel.work().run();
      busy = polled || worked || delivered > 0;
    }
    return interrupts;
  }

  @Override
  public List<Incoming> received() {
    return kernel.softirq().take().stream().map(frames::incoming).toList();
  }

  @Override
  public boolean pushesBack() {
    return driver.dev().queues().stream().anyMatch(NetdevQueue::netifXmitStopped);
  }

  @Override
  public void failAllocations(int count) {
    kernel.failAllocations(count);
  }

  @Override
  public void failMappings(int count) {
    kernel.dma().failMappings(count);
  }

  @Override
  public boolean mtu(int bytes) {
    return NetCore.devSetMtu(kernel, driver.dev(), bytes);
  }

  @Override
  public void moderate(int microseconds) {
    kernel.rtnlLock();
    int error = driver.setCoalesce(microseconds, microseconds);
    kernel.rtnlUnlock();
    if (error != 0) {
      throw new IllegalStateException("set_coalesce returns " + error);
    }
  }

  /** The watchdog is a timer, so it calls from softirq context. */
  @Override
  public void reset() {
    kernel.in(SOFTIRQ, () -> driver.ndoTxTimeout(0));
    kernel.work().run();
  }

  @Override
  public boolean linkUp() {
    return driver.dev().netifCarrierOk();
  }

  @Override
  public Map<String, Long> statistics() {
    Map<String, Long> counters = new TreeMap<>();
    driver.ndoGetStats64(counters);
    driver.getEthtoolStats(counters);
    return counters;
  }

  @Override
  public List<String> trace() {
    return kernel.trace();
  }

  @Override
  public Leaks leaks() {
    return new Leaks(
        kernel.skbs().allocated(),
        kernel.dma().mapped(),
        driver.outstanding(),
        kernel.lent() + kernel.work().pending());
  }

  @Override
  public void close() {
    received();
    driver.remove();
    received();
  }
}
