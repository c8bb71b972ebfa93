//JAVA 25+
//DESCRIPTION Rings the doorbell before the descriptor: frames go out a lap late.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.ValueLayout;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final int command =
    LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS | LegacyTxDescriptor.RS;

void main() {
  IO.println("driver sends            a b c d e f g h i j k l m n o p");
  run("descriptor, then tail", false);
  run("tail, then descriptor", true);
}

void run(String order, boolean tailFirst) {
  var dma = new DmaMemory(1 << 20);
  var wire = new Wire();
  var nic = new SimulatedNic(dma, wire.left());
  var ring = new DescriptorRing(dma, 8);
  nic.write32(Registers.TDBAL, (int) ring.busAddress());
  nic.write32(Registers.TDBAH, (int) (ring.busAddress() >>> 32));
  nic.write32(Registers.TDLEN, ring.lengthInBytes());
  nic.write32(Registers.TCTL, Registers.TCTL_EN);
  StringBuilder row = new StringBuilder();
  int done = 0;
  // tag::swap[]
  for (char name = 'a'; name <= 'p'; name++) {
    int slot = (name - 'a') % 8;
    DmaRegion buffer = dma.allocate(64, 64);
    buffer.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) name);
    if (tailFirst) {
      nic.write32(Registers.TDT, ring.next(slot));
      nic.process(); // a fast device: it runs between the two writes
    }
    long at = ring.offset(slot);
    LegacyTxDescriptor.write(ring.slots(), at, buffer.busAddress(), 60, command);
    if (!tailFirst) {
      nic.write32(Registers.TDT, ring.next(slot));
      nic.process();
    }
    byte[] frame = wire.right().receive();
    row.append(frame.length == 0 ? "- " : (char) frame[0] + " ");
    done += LegacyTxDescriptor.isDone(ring.slots(), at) ? 1 : 0;
  }
  // end::swap[]
  IO.println("%-23s %s  DD seen: %d".formatted(order, row.toString().trim(), done));
}
