//JAVA 25+
//DESCRIPTION Draws who owns each transmit slot while frames go round a ring.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

DmaMemory dma = new DmaMemory(1 << 20);
SimulatedNic nic = new SimulatedNic(dma, new Wire().left());
PacketPool pool = new PacketPool(dma, 16, 2048);
DescriptorRing slots = new DescriptorRing(dma, 8);
TxRing tx = new TxRing(slots, tail -> nic.write32(Registers.TDT, tail));

void main() {
  nic.write32(Registers.TDBAL, (int) slots.busAddress());
  nic.write32(Registers.TDBAH, (int) (slots.busAddress() >>> 32));
  nic.write32(Registers.TDLEN, slots.lengthInBytes());
  nic.write32(Registers.TCTL, Registers.TCTL_EN);

  // tag::round[]
  IO.println("                TDH TDT  slot 0..7   D device  + done  . driver");
  show("start");
  submit(3);
  show("submit 3");
  nic.step(2);
  show("device sends 2");
  tx.complete(64, Packet::giveBack);
  show("complete");
  submit(6);
  show("submit 6");
  nic.process();
  show("device sends 7");
  tx.complete(64, Packet::giveBack);
  show("complete");
  // end::round[]
}

void submit(int count) {
  for (int i = 0; i < count; i++) {
    Packet packet = pool.take();
    packet.length(60);
    if (tx.submit(packet) == TxRing.Submit.FULL) {
      packet.giveBack();
    }
  }
}

void show(String when) {
  int head = nic.read32(Registers.TDH);
  int tail = nic.read32(Registers.TDT);
  int first = slots.distance(tx.inFlight(), tail); // oldest slot in flight
  StringBuilder row = new StringBuilder("........");
  for (int i = 0, slot = first; i < tx.inFlight(); i++, slot = slots.next(slot)) {
    boolean done = LegacyTxDescriptor.isDone(slots.slots(), slots.offset(slot));
    row.setCharAt(slot, done ? '+' : 'D');
  }
  IO.println("%-15s  %d   %d   %s".formatted(when, head, tail, row));
}
