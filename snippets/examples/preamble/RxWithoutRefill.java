//JAVA 25+
//DESCRIPTION Polls with and without refill: a hundred frames against seven.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.function.IntSupplier;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

void main() {
  Station one = new Station();
  run(one, "refill", () -> one.rx.poll(64, Packet::giveBack));
  Station other = new Station();
  run(other, "no refill", other::takeOnly);
}

void run(Station station, String name, IntSupplier poll) {
  int taken = 0;
  int last = 0;
  for (int frame = 1; frame <= 100; frame++) {
    station.wire.left().send(new byte[60]);
    station.nic.process();
    int now = poll.getAsInt();
    taken += now;
    last = now > 0 ? frame : last;
  }
  int missed = station.nic.read32(Registers.MPC);
  IO.println(
      "%-10s taken %3d, missed by the device %2d, last taken: frame %d"
          .formatted(name, taken, missed, last));
}

class Station {
  final DmaMemory dma = new DmaMemory(1 << 20);
  final Wire wire = new Wire();
  final SimulatedNic nic = new SimulatedNic(dma, wire.right());
  final DescriptorRing ring = new DescriptorRing(dma, 8);
  final PacketPool pool = new PacketPool(dma, 16, 2048);
  final RxRing rx = new RxRing(ring, pool, tail -> nic.write32(Registers.RDT, tail));
  int clean;

  Station() {
    nic.write32(Registers.RDBAL, (int) ring.busAddress());
    nic.write32(Registers.RDBAH, (int) (ring.busAddress() >>> 32));
    nic.write32(Registers.RDLEN, ring.lengthInBytes());
    rx.refill(); // seven buffers, in both cases
    nic.write32(Registers.RCTL, Registers.RCTL_EN | Registers.RCTL_UPE);
  }

  // tag::take-only[]
  int takeOnly() {
    int taken = 0;
    while (isDone()) {
      clean = ring.next(clean); // and nothing is posted in its place
      taken++;
    }
    return taken;
  }

  // end::take-only[]

  boolean isDone() {
    int status = LegacyRxDescriptor.status(ring.slots(), ring.offset(clean));
    return (status & LegacyRxDescriptor.DD) != 0;
  }
}
