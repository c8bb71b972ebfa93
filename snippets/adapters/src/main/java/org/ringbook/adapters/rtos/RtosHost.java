package org.ringbook.adapters.rtos;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;

/** The RTOS with its driver on one card. */
public final class RtosHost implements Host {
  /** The kernel's name. */
  public static final String OS = "RTOS";

  private static final Set<Feature> USED =
      EnumSet.of(
          Feature.SCATTER_GATHER,
          Feature.TX_CHECKSUM,
          Feature.RX_CHECKSUM,
          Feature.MODERATION,
          Feature.MSIX);

  private final Rtos rtos = new Rtos();
  private final SetUpMemory memory;
  private final NetworkStack stack;
  private final EthernetDriver driver;
  private final Card card;
  private boolean running = true;

  private RtosHost(Iommu iommu, Card card, PortSettings wanted) {
    this.card = card;
    this.memory = new SetUpMemory(rtos, iommu);
    this.stack = new NetworkStack(rtos, memory, wanted.ringSize());
    PortSettings settings = built(wanted);
    this.driver = new EthernetDriver(rtos, memory, card, settings, stack::input);
    rtos.start();
  }

  /** Builds and starts the system. */
  public static Host attach(Machine machine, Card card, PortSettings wanted) {
    return new RtosHost(machine.iommu(), card, wanted);
  }

  private static PortSettings built(PortSettings wanted) {
    EnumSet<Feature> features = EnumSet.copyOf(USED);
    features.retainAll(wanted.features());
    return new PortSettings(1, wanted.ringSize(), wanted.mtu(), features, List.of());
  }

  @Override
  public String os() {
    return OS;
  }

  @Override
  public Set<Feature> features() {
    return driver.port().settings().features();
  }

  @Override
  public Sent send(Outgoing frame) {
    if (driver.isFull()) {
      return Sent.PUSHED_BACK;
    }
    NetworkBuffer buffers = stack.frame(frame);
    if (buffers == null) {
      return Sent.DROPPED;
    }
    if (driver.output(buffers)) {
      return Sent.TAKEN;
    }
    buffers.release();
    return Sent.PUSHED_BACK;
  }

  @Override
  public int run() {
    rtos.interrupt(driver::tick);
    int delivered = 0;
    int now;
    do {
      now = 0;
      for (int i = 0; i < driver.port().vectors(); i++) {
        int vector = i;
        if (card.interrupts().take(vector)) {
          rtos.interrupt(() -> driver.interrupt(vector));
          now++;
        }
      }
      delivered += now;
    } while (now > 0);
    return delivered;
  }

  @Override
  public List<Incoming> received() {
    return stack.received();
  }

  @Override
  public boolean pushesBack() {
    return driver.isFull();
  }

  @Override
  public void failAllocations(int count) {
    stack.pool().failNext(count);
    driver.receivePool().failNext(count);
  }

  /** Nothing is mapped once the system runs. */
  @Override
  public void failMappings(int count) {}

  @Override
  public boolean mtu(int bytes) {
    return RtosExceptions.mtu(bytes) == 0;
  }

  @Override
  public void moderate(int microseconds) {
    driver.moderate(microseconds * 1000);
  }

  @Override
  public void reset() {
    driver.reset();
  }

  @Override
  public boolean linkUp() {
    return driver.port().linkUp();
  }

  @Override
  public Map<String, Long> statistics() {
    var ring = driver.port().rx(0).statistics();
    return driver
        .statistics()
        .all(
            ring.droppedNoBuffer() + stack.discarded(),
            ring.droppedDamaged() + ring.droppedOversize());
  }

  @Override
  public List<String> trace() {
    return rtos.trace();
  }

  /** Allocations so far: as many at the end as when the system started. */
  public int allocations() {
    return rtos.allocations();
  }

  @Override
  public Leaks leaks() {
    int buffers = stack.pool().outstanding() + driver.receivePool().outstanding();
    return new Leaks(buffers, 0, driver.packets(), memory.regions());
  }

  @Override
  public void close() {
    if (running) {
      running = false;
      driver.stop();
      memory.releaseAll();
    }
  }
}
