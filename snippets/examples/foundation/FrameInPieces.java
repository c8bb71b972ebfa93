//JAVA 25+
//DESCRIPTION Sends a frame of three packets; DD comes back in the last slot alone.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

Wire wire = new Wire();
DmaMemory dma = new DmaMemory(1 << 20);
SimulatedNic nic = new SimulatedNic(dma, wire.left());
PacketPool pool = new PacketPool(dma, 16, 2048);
DescriptorRing slots = new DescriptorRing(dma, 8);
TxRing tx = new TxRing(slots, tail -> nic.write32(Registers.TDT, tail));

void main() {
  nic.write32(Registers.TDBAL, (int) slots.busAddress());
  nic.write32(Registers.TDBAH, (int) (slots.busAddress() >>> 32));
  nic.write32(Registers.TDLEN, slots.lengthInBytes());
  nic.write32(Registers.TCTL, Registers.TCTL_EN);

  // tag::pieces[]
  IO.println("54 + 1000 + 446 bytes: " + tx.submit(frame(54, 1000, 446)));
  dump();
  nic.process();
  IO.println("frame on the wire: " + wire.right().receive().length + " bytes");
  dump();
  IO.println("frames completed: " + tx.complete(64, Chain::giveBack));

  nic.stall();
  for (int i = 0; i < 5; i++) {
    IO.println("60 bytes: " + tx.submit(frame(60)));
  }
  Packet late = frame(54, 1000, 446);
  int before = tx.inFlight();
  offer(late);
  IO.println("written: " + (tx.inFlight() - before) + ", owner: " + late.owner());
  nic.resume();
  nic.process();
  tx.complete(1, Chain::giveBack);
  offer(late);
  // end::pieces[]
}

/** Submits a frame unless the device has it. */
void offer(Packet late) {
  if (late.owner() != Owner.DEVICE) {
    int free = tx.free();
    String pieces = late.segments() + " pieces: " + tx.submit(late);
    IO.println("free slots: " + free + ", " + pieces);
  }
}

/** A chain with a packet for each length. */
Packet frame(int... lengths) {
  Packet next = null;
  for (int i = lengths.length - 1; i >= 0; i--) {
    Packet packet = pool.take();
    packet.length(lengths[i]);
    packet.next(next);
    next = packet;
  }
  return next;
}

void dump() {
  for (int slot = 0; slot < 3; slot++) {
    long at = slots.offset(slot);
    int command = LegacyTxDescriptor.command(slots.slots(), at);
    IO.println(
        "  slot %d: %4d bytes%s%s%s"
            .formatted(
                slot,
                LegacyTxDescriptor.length(slots.slots(), at),
                (command & LegacyTxDescriptor.EOP) != 0 ? " EOP" : "",
                (command & LegacyTxDescriptor.RS) != 0 ? " RS" : "",
                LegacyTxDescriptor.isDone(slots.slots(), at) ? " DD" : ""));
  }
}
