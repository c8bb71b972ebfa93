package org.ringbook.adapters.conformance;

import java.util.Set;
import java.util.function.IntSupplier;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.interrupt.InterruptSource;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

/** The devices that every host is tried on. */
public enum DeviceKind {
  /** One queue, one line. */
  I8254X("8254x", 1, Set.of()) {
    @Override
    Plugged plug(DmaBus bus, Wire.End end) {
      SimulatedNic nic = new SimulatedNic(bus, end);
      return new Plugged(new Card("82540EM", nic, line(nic), SingleQueuePort::open), nic::process);
    }
  };

  private final String label;
  private final int queues;
  private final Set<Feature> features;

  DeviceKind(String label, int queues, Set<Feature> features) {
    this.label = label;
    this.queues = queues;
    this.features = features;
  }

  /** A card in its slot, and what makes it move. */
  record Plugged(Card card, IntSupplier step) {}

  /** Puts such a device between a bus and a wire. */
  abstract Plugged plug(DmaBus bus, Wire.End end);

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

  private static InterruptSource line(SimulatedNic nic) {
    return new InterruptSource() {
      @Override
      public int vectors() {
        return 1;
      }

      @Override
      public boolean take(int vector) {
        return nic.interruptPending();
      }
    };
  }
}
