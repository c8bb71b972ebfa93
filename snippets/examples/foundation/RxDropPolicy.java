//JAVA 25+
//DESCRIPTION Out of buffers: one policy drops and recovers, the other goes deaf.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.PacketSink;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

void main() {
  IO.println("                       stack slow       quick again       slots");
  IO.println("policy                 taken missed     taken missed      NIC owns");
  new Machine(false).report("replace or drop");
  new Machine(true).report("deliver, refill later");
}

/** A ring of 8 (7 posted) with 5 buffers to spare, polled on interrupts only. */
final class Machine {
  private final DmaMemory dma = new DmaMemory(1 << 20);
  private final Wire wire = new Wire();
  private final SimulatedNic nic = new SimulatedNic(dma, wire.right());
  private final PacketPool pool = new PacketPool(dma, 12, 2048);
  private final List<Packet> held = new ArrayList<>();
  private final Runnable poll;
  private boolean slow = true;
  private int delivered;

  Machine(boolean naive) {
    var slots = new DescriptorRing(dma, 8);
    nic.write32(Registers.RDBAL, (int) slots.busAddress());
    nic.write32(Registers.RDBAH, (int) (slots.busAddress() >>> 32));
    nic.write32(Registers.RDLEN, slots.lengthInBytes());
    poll = naive ? naive(slots) : recycling(slots);
    nic.write32(Registers.RCTL, Registers.RCTL_EN | Registers.RCTL_UPE);
    nic.write32(Registers.IMS, Registers.ICR_RXT0);
  }

  private Runnable recycling(DescriptorRing slots) {
    var rx = new RxRing(slots, pool, tail -> nic.write32(Registers.RDT, tail));
    int posted = rx.refill();
    return () -> rx.poll(posted, this::stack);
  }

  private Runnable naive(DescriptorRing slots) {
    var rx = new RefillLater(slots, pool, nic, this::stack);
    rx.refill();
    return rx::poll;
  }

  private void stack(Packet packet) {
    delivered++;
    held.add(packet);
    if (!slow) {
      giveBackAll();
    }
  }

  private void giveBackAll() {
    held.forEach(Packet::giveBack);
    held.clear();
  }

  void report(String policy) {
    String first = twentyFrames();
    giveBackAll(); // the application has caught up: all buffers are back
    slow = false;
    String second = twentyFrames();
    int tail = nic.read32(Registers.RDT);
    int owned = (tail - nic.read32(Registers.RDH) + 8) % 8;
    IO.println("%-22s %s     %s      %d".formatted(policy, first, second, owned));
  }

  private String twentyFrames() {
    delivered = 0;
    for (int i = 0; i < 20; i++) {
      wire.left().send(new byte[60]);
      nic.process();
      if (nic.interruptPending()) {
        nic.read32(Registers.ICR); // reading clears the causes
        poll.run();
      }
    }
    return "%5d %6d".formatted(delivered, nic.read32(Registers.MPC));
  }
}

/** Delivers first and refills with what the pool has left: the tempting way. */
final class RefillLater {
  private final DescriptorRing ring;
  private final PacketPool pool;
  private final SimulatedNic nic;
  private final PacketSink sink;
  private final Packet[] posted = new Packet[8];
  private int clean;
  private int next;

  RefillLater(
      DescriptorRing ring, PacketPool pool, SimulatedNic nic, PacketSink sink) {
    this.ring = ring;
    this.pool = pool;
    this.nic = nic;
    this.sink = sink;
  }

  // tag::later[]
  int poll() {
    int done = 0;
    for (; clean != next && isDone(); done++, clean = ring.next(clean)) {
      posted[clean].handTo(Owner.STACK);
      sink.receive(posted[clean]);
    }
    refill();
    return done;
  }
  // end::later[]

  private boolean isDone() {
    int status = LegacyRxDescriptor.status(ring.slots(), ring.offset(clean));
    return (status & LegacyRxDescriptor.DD) != 0;
  }

  void refill() {
    while (ring.distance(clean, next) < ring.usable() && pool.available() > 0) {
      Packet fresh = pool.take();
      LegacyRxDescriptor.write(ring.slots(), ring.offset(next), fresh.busAddress());
      fresh.handTo(Owner.DEVICE);
      posted[next] = fresh;
      next = ring.next(next);
    }
    nic.write32(Registers.RDT, next);
  }
}
