//JAVA 25+
//DESCRIPTION Sends three frames with a right command byte, and three wrong ones.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.IFCS;
import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.RS;

import java.lang.foreign.ValueLayout;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

void main() {
  IO.println("                          TDH  sent  good  bad FCS  DD seen");
  send("EOP | IFCS | RS at 11", 11, EOP | IFCS | RS);
  send("EOP only", 11, EOP);
  send("EOP | IFCS, no RS", 11, EOP | IFCS);
  send("all three, but at byte 10", 10, EOP | IFCS | RS);
}

void send(String name, int commandAt, int command) {
  DmaMemory dma = new DmaMemory(1 << 20);
  Wire wire = new Wire();
  SimulatedNic nic = new SimulatedNic(dma, wire.left());
  SimulatedNic other = new SimulatedNic(dma, wire.right());
  EthernetPort.open(other, dma, new PacketPool(dma, 16, 2048), 8);

  DescriptorRing ring = new DescriptorRing(dma, 8);
  DmaRegion data = dma.allocate(2048, 64);
  data.segment().fill((byte) 0x55);
  for (int slot = 0; slot < 3; slot++) {
    long at = ring.offset(slot);
    LegacyTxDescriptor.write(ring.slots(), at, data.busAddress(), 64, 0);
    ring.slots().set(ValueLayout.JAVA_BYTE, at + commandAt, (byte) command);
  }
  nic.write32(Registers.TDBAL, (int) ring.busAddress());
  nic.write32(Registers.TDBAH, (int) (ring.busAddress() >>> 32));
  nic.write32(Registers.TDLEN, ring.lengthInBytes());
  nic.write32(Registers.TCTL, Registers.TCTL_EN);
  nic.write32(Registers.TDT, 3);
  nic.process();
  other.process();

  int head = nic.read32(Registers.TDH);
  int sent = nic.read32(Registers.GPTC);
  int good = other.read32(Registers.GPRC);
  int bad = other.read32(Registers.CRCERRS);
  String row = "%-25s %3d  %4d  %4d  %7d  %7d";
  IO.println(row.formatted(name, head, sent, good, bad, done(ring)));
}

int done(DescriptorRing ring) {
  int done = 0;
  for (int slot = 0; slot < ring.size(); slot++) {
    done += LegacyTxDescriptor.isDone(ring.slots(), ring.offset(slot)) ? 1 : 0;
  }
  return done;
}
