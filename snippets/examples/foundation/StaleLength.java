//JAVA 25+
//DESCRIPTION Reads a length before its DD bit: the bit is new, the length old.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final DmaMemory dma = new DmaMemory(1 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(dma, wire.right());
final DescriptorRing ring = new DescriptorRing(dma, 8);
final DmaRegion buffer = dma.allocate(2048, 64);
final int control = Registers.RCTL_EN | Registers.RCTL_UPE | Registers.RCTL_SECRC;

void main() {
  nic.write32(Registers.RDBAL, (int) ring.busAddress());
  nic.write32(Registers.RDBAH, (int) (ring.busAddress() >>> 32));
  nic.write32(Registers.RDLEN, ring.lengthInBytes());
  nic.write32(Registers.RCTL, control);
  // tag::early[]
  for (int slot = 0; slot < 8; slot++) { // one lap of frames of 60 bytes
    post(slot);
    arrive(60);
  }
  post(0);

  // What a CPU may do that is not told to read DD first: the length comes early.
  int early = LegacyRxDescriptor.length(ring.slots(), 0);
  arrive(1000);
  int status = LegacyRxDescriptor.status(ring.slots(), 0);
  int late = LegacyRxDescriptor.length(ring.slots(), 0);

  IO.println("DD set: " + ((status & LegacyRxDescriptor.DD) != 0));
  IO.println("length read before DD: " + early);
  IO.println("length read after DD:  " + late);
  // end::early[]
}

void post(int slot) {
  LegacyRxDescriptor.write(ring.slots(), ring.offset(slot), buffer.busAddress());
  nic.write32(Registers.RDT, ring.next(slot));
}

void arrive(int bytes) {
  wire.left().send(new byte[bytes]);
  nic.process();
}
