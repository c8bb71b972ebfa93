package org.ringbook.porting.trial;

import static org.ringbook.dataplane.port.Feature.MSIX;
import static org.ringbook.dataplane.port.Feature.RSS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.Nic;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.Wire;

/** The two simulated devices that each adapter is tried on. */
enum TrialCard {
  /** One queue, one interrupt line. */
  ONE_QUEUE("8254x") {
    @Override
    Nic nic(DmaBus bus, Wire.End end) {
      return new SimulatedNic(bus, end);
    }

    @Override
    Set<Feature> features() {
      return EnumSet.complementOf(EnumSet.of(RSS, MSIX));
    }
  },
  /** Several queues, a message vector each. */
  MANY_QUEUES("82599") {
    @Override
    Nic nic(DmaBus bus, Wire.End end) {
      return new TenGigabitNic(bus, end);
    }

    @Override
    Set<Feature> features() {
      return EnumSet.allOf(Feature.class);
    }
  };

  /** Descriptors of each ring. */
  static final int RING = 64;

  private static final int QUEUES = 2;
  private static final int RSS_KEY_BYTES = 40;

  private final String label;

  TrialCard(String label) {
    this.label = label;
  }

  abstract Nic nic(DmaBus bus, Wire.End end);

  abstract Set<Feature> features();

  Card card(Nic nic) {
    return this == MANY_QUEUES
        ? new Card(label, nic, nic, MultiQueuePort::open)
        : new Card(label, nic, nic, EthernetPort::open);
  }

  /** Everything that the device has, and an RSS key whose bytes differ. */
  PortSettings wanted() {
    List<Byte> key = new ArrayList<>();
    for (int i = 0; i < RSS_KEY_BYTES; i++) {
      key.add((byte) (i * 37 + 101));
    }
    int queues = this == MANY_QUEUES ? QUEUES : 1;
    return new PortSettings(queues, RING, 1500, features(), key);
  }

  @Override
  public String toString() {
    return label;
  }
}
