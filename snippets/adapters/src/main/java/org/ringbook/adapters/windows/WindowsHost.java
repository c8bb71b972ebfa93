package org.ringbook.adapters.windows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;

/**
 * Windows with the miniport on one card. NDIS has no call by which a miniport stops
 * its senders; what holds a protocol back is what it has outstanding: it sends no
 * more than {@link ProtocolDriver#limit} lists that were not completed.
 */
public final class WindowsHost implements Host {
  /** The kernel's name. */
  public static final String OS = "Windows";

  private static final long ANY_FRAME = 0x2f;
  private static final int ETHER_HEADER = 14;

  private final Machine machine;
  private final Set<Feature> wanted;
  private final ProtocolDriver protocol;
  private final MiniportAdapter adapter;
  private final RingMiniport miniport;
  private final AdapterControl control;
  private int mtu;

  private WindowsHost(Machine machine, Card card, PortSettings settings) {
    this.machine = machine;
    this.wanted = settings.features();
    this.mtu = settings.mtu();
    this.protocol = new ProtocolDriver(machine.memory(), 2 * settings.ringSize());
    this.adapter = new MiniportAdapter(machine.iommu(), card.interrupts(), protocol);
    this.miniport = new RingMiniport(card, settings);
    this.control = new AdapterControl(adapter, miniport);
    protocol.bind(adapter.processor(), control);
  }

  /** Starts the adapter and binds a protocol to it. */
  public static Host attach(Machine machine, Card card, PortSettings settings) {
    WindowsHost host = new WindowsHost(machine, card, settings);
    if (!host.start()) {
      throw new IllegalStateException("MiniportInitializeEx failed");
    }
    return host;
  }

  private boolean start() {
    if (control.initialize() != NdisStatus.SUCCESS) {
      return false;
    }
    control.restart();
    Oid filter = Oid.OID_GEN_CURRENT_PACKET_FILTER;
    control.request(OidRequest.set(filter, "PacketFilter", ANY_FRAME));
    return true;
  }

  private void stop() {
    control.pause();
    protocol.giveBack();
    control.halt();
  }

  @Override
  public String os() {
    return OS;
  }

  @Override
  public Set<Feature> features() {
    Set<Feature> offered = new HashSet<>(wanted);
    offered.retainAll(miniport.port().features());
    return offered;
  }

  @Override
  public Sent send(Outgoing frame) {
    return protocol.send(frame);
  }

  @Override
  public int run() {
    int delivered = 0;
    int now;
    do {
      now = control.deliver();
      delivered += now;
      protocol.giveBack();
    } while (now > 0);
    return delivered;
  }

  @Override
  public List<Incoming> received() {
    return protocol.received();
  }

  @Override
  public boolean pushesBack() {
    return protocol.isFull();
  }

  @Override
  public void failAllocations(int count) {
    machine.memory().failNext(count);
  }

  @Override
  public void failMappings(int count) {
    machine.iommu().failNext(count);
  }

  /** Sets the keyword; NDIS halts the adapter and initialises it anew. */
  @Override
  public boolean mtu(int bytes) {
    int before = mtu;
    stop();
    if (startWith(bytes)) {
      return true;
    }
    startWith(before);
    return false;
  }

  private boolean startWith(int bytes) {
    mtu = bytes;
    int frame = bytes + ETHER_HEADER;
    adapter.configuration().set(AdapterConfiguration.JUMBO_PACKET, frame);
    return start();
  }

  @Override
  public void moderate(int microseconds) {
    adapter.configuration().set(AdapterConfiguration.INTERVAL, microseconds);
    Oid moderation = Oid.OID_GEN_INTERRUPT_MODERATION;
    int on = microseconds > 0 ? 1 : 0;
    control.request(OidRequest.set(moderation, "InterruptModeration", on));
  }

  @Override
  public void reset() {
    control.reset();
  }

  @Override
  public boolean linkUp() {
    return protocol.linkUp();
  }

  @Override
  public Map<String, Long> statistics() {
    OidRequest query = OidRequest.query(Oid.OID_GEN_STATISTICS);
    control.request(query);
    return query.information();
  }

  @Override
  public List<String> trace() {
    return adapter.processor().trace();
  }

  @Override
  public Leaks leaks() {
    int lists = miniport.pool().allocated();
    int shared = adapter.sharedMemory().allocated();
    int buffers = protocol.outstanding() + lists + shared;
    int other = adapter.interrupts().isRegistered() ? 1 : 0;
    return new Leaks(buffers, miniport.dma().allocated(), miniport.packets(), other);
  }

  @Override
  public void close() {
    stop();
  }
}
