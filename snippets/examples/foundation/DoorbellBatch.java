//JAVA 25+
//DESCRIPTION Sends 64 frames in batches and counts the writes that cross the bus.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

record Sent(int onTheWire, int doorbells, int heldBack) {}

// tag::batches[]
void main() {
  IO.println("batch  frames on the wire  writes to TDT  most held back");
  for (int batch : new int[] {1, 4, 16, 32}) {
    Sent sent = send(64, batch);
    String row = "%5d  %18d  %13d  %14d";
    IO.println(
        row.formatted(batch, sent.onTheWire, sent.doorbells, sent.heldBack));
  }
  plot();
}

Sent send(int frames, int batch) {
  var dma = new DmaMemory(1 << 20);
  var wire = new Wire();
  var nic = new SimulatedNic(dma, wire.left());
  var bus = new CountingBus(nic);
  var port = EthernetPort.open(bus, dma, new PacketPool(dma, 128, 2048), 64);
  bus.tails = 0; // set-up wrote TDT too
  int heldBack = 0; // described, but the device does not know yet
  for (int i = 0; i < frames; i++) {
    boolean more = (i + 1) % batch != 0;
    Packet packet = port.pool().take();
    packet.length(60);
    if (port.tx().submit(packet, more) == Submit.FULL) {
      throw new IllegalStateException("ring too small");
    }
    heldBack = Math.max(heldBack, port.tx().inFlight() - owned(nic));
    if (!more) {
      nic.process();
      while (port.tx().complete(8, Packet::giveBack) == 8) {} // budget spent: go on
    }
  }
  return new Sent(wire.right().waiting(), bus.tails, heldBack);
}
// end::batches[]

/** What the figure is drawn from. */
void plot() {
  IO.println("\n# plot: doorbells\nbatch doorbells");
  for (int batch = 1; batch <= 32; batch *= 2) {
    Sent sent = send(64, batch);
    IO.println(batch + " " + (double) sent.doorbells / sent.onTheWire);
  }
}

int owned(SimulatedNic nic) {
  return (nic.read32(Registers.TDT) - nic.read32(Registers.TDH) + 64) % 64;
}

/** Stands between driver and device, as a bus analyser does. */
final class CountingBus implements RegisterAccess {
  private final RegisterAccess device;
  private int tails;

  CountingBus(RegisterAccess device) {
    this.device = device;
  }

  @Override
  public int read32(int offset) {
    return device.read32(offset);
  }

  @Override
  public void write32(int offset, int value) {
    tails += offset == Registers.TDT ? 1 : 0;
    device.write32(offset, value);
  }
}
