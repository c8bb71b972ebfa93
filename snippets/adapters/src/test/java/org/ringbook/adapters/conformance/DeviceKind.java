package org.ringbook.adapters.conformance;

import static org.ringbook.dataplane.port.Feature.MSIX;
import static org.ringbook.dataplane.port.Feature.RSS;

import java.util.EnumSet;
import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.device.Nic;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.Wire;

/** The devices that every host is tried on. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes them
public enum DeviceKind {
  /** One queue, one line. */
  I8254X("8254x", 1, EnumSet.complementOf(EnumSet.of(RSS, MSIX)), EthernetPort::open) {
    @Override
    Nic nic(DmaBus bus, Wire.End end) {
      return new SimulatedNic(bus, end);
    }
  },
  /** Several queues, a message vector each. */
  I82599("82599", 4, EnumSet.allOf(Feature.class), MultiQueuePort::open) {
    @Override
    Nic nic(DmaBus bus, Wire.End end) {
      return new TenGigabitNic(bus, end);
    }
  };

  private final String label;
  private final int queues;
  private final Set<Feature> features;
  private final PortFactory ports;

  DeviceKind(String label, int queues, Set<Feature> features, PortFactory ports) {
    this.label = label;
    this.queues = queues;
    this.features = features;
    this.ports = ports;
  }

  abstract Nic nic(DmaBus bus, Wire.End end);

  /** A card in its slot, and what a test moves it by. */
  record Plugged(Card card, Nic nic) {}

  /** Puts such a device between a bus and a wire. */
  Plugged plug(DmaBus bus, Wire.End end) {
    Nic nic = nic(bus, end);
    return new Plugged(new Card(label, nic, nic, ports), nic);
  }

  /** Name in reports. */
  public String label() {
    return label;
  }

  /** Queues that tests use. */
  public int queues() {
    return queues;
  }

  /** What it can do. */
  public Set<Feature> features() {
    return features;
  }
}
