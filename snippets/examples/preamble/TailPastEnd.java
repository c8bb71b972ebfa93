//JAVA 25+
//DESCRIPTION Writes a tail that forgot to wrap: eight descriptors, a hundred frames.
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

void main() {
  send("slots 0 to 6, tail 7", 7, 7);
  send("slots 0 to 7, tail 8", 8, 8);
  send("slots 0 to 7, tail 0", 8, 0);
}

void send(String name, int frames, int tail) {
  DmaMemory dma = new DmaMemory(1 << 20);
  Wire wire = new Wire(128, 2048); // room for 128 frames
  SimulatedNic nic = new SimulatedNic(dma, wire.left());
  DescriptorRing ring = new DescriptorRing(dma, 8);
  nic.write32(Registers.TDBAL, (int) ring.busAddress());
  nic.write32(Registers.TDBAH, (int) (ring.busAddress() >>> 32));
  nic.write32(Registers.TDLEN, ring.lengthInBytes());
  nic.write32(Registers.TCTL, Registers.TCTL_EN);
  int command = LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS;
  for (int slot = 0; slot < frames; slot++) {
    DmaRegion data = dma.allocate(60, 64);
    data.segment().set(ValueLayout.JAVA_BYTE, 14, (byte) ('A' + slot));
    long bus = data.busAddress();
    LegacyTxDescriptor.write(ring.slots(), ring.offset(slot), bus, 60, command);
  }
  nic.write32(Registers.TDT, tail);
  int steps = nic.step(100); // and no longer, or it would never end
  String row = "%s: %3d sent %s".formatted(name, steps, letters(wire));
  IO.println(row.stripTrailing());
}

String letters(Wire wire) {
  StringBuilder seen = new StringBuilder();
  while (wire.right().waiting() > 0) {
    seen.append((char) wire.right().receive()[14]);
  }
  return seen.length() > 20 ? seen.substring(0, 20) + "..." : seen.toString();
}
