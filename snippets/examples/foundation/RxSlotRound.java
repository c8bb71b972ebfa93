//JAVA 25+
//DESCRIPTION Follows frames round a receive ring: write-back, interrupt, recycle.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

DmaMemory dma = new DmaMemory(1 << 20);
Wire wire = new Wire();
SimulatedNic nic = new SimulatedNic(dma, wire.right());
PacketPool pool = new PacketPool(dma, 16, 2048);
DescriptorRing slots = new DescriptorRing(dma, 8);
RxRing rx = new RxRing(slots, pool, tail -> nic.write32(Registers.RDT, tail));

void main() {
  nic.write32(Registers.RDBAL, (int) slots.busAddress());
  nic.write32(Registers.RDBAH, (int) (slots.busAddress() >>> 32));
  nic.write32(Registers.RDLEN, slots.lengthInBytes());
  // tag::round[]
  IO.println("               RDH RDT  slot 0..7  interrupt");
  show("programmed");
  rx.refill();
  show("refill");
  nic.write32(Registers.RCTL, Registers.RCTL_EN | Registers.RCTL_BAM);
  nic.write32(Registers.IMS, Registers.ICR_RXT0);

  arrive(3);
  show("3 arrive");
  acknowledge();
  int done = rx.poll(64, Packet::giveBack);
  show("poll took " + done);
  arrive(6);
  show("6 arrive");
  acknowledge();
  done = rx.poll(64, Packet::giveBack);
  show("poll took " + done);
  // end::round[]
}

void acknowledge() {
  int causes = nic.read32(Registers.ICR); // reading clears
  show("ICR was 0x" + Integer.toHexString(causes & 0xff));
}

void arrive(int frames) {
  byte[] frame = new byte[60];
  Arrays.fill(frame, 0, 6, (byte) 0xff); // broadcast
  for (int i = 0; i < frames; i++) {
    wire.left().send(frame);
  }
  nic.process();
}

void show(String when) {
  int tail = nic.read32(Registers.RDT);
  StringBuilder row = new StringBuilder("........");
  int slot = slots.distance(rx.postedBuffers(), tail);
  for (int i = 0; i < rx.postedBuffers(); i++, slot = slots.next(slot)) {
    int status = LegacyRxDescriptor.status(slots.slots(), slots.offset(slot));
    row.setCharAt(slot, (status & LegacyRxDescriptor.DD) != 0 ? '+' : 'D');
  }
  String line = nic.interruptPending() ? "asserted" : "-";
  IO.println(
      "%-14s  %d   %d   %s   %s"
          .formatted(when, nic.read32(Registers.RDH), tail, row, line));
}
