//JAVA 25+
//DESCRIPTION Counts what the seam costs a packet: calls made, bytes allocated.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final int ROUNDS = 10_000;
static final ThreadMXBean JVM = (ThreadMXBean) ManagementFactory.getThreadMXBean();

/** The adapter's half of the seam; counts every call that the core makes into it. */
static final class Adapter implements RegisterAccess, TxRing.Completion {
  final SimulatedNic nic;
  final boolean copies;
  byte[] lastCopy = {};
  long registerAccesses;
  long completions;

  Adapter(SimulatedNic nic, boolean copies) {
    this.nic = nic;
    this.copies = copies;
  }

  @Override
  public int read32(int offset) {
    registerAccesses++;
    return nic.read32(offset);
  }

  @Override
  public void write32(int offset, int value) {
    registerAccesses++;
    nic.write32(offset, value);
  }

  @Override
  public void done(Packet packet) {
    completions++;
    if (copies) {
      lastCopy = new byte[packet.length()];
    }
    packet.giveBack();
  }
}

void main() {
  IO.println("batch  completions  register accesses  calls/packet  bytes/packet");
  measure(1, false);
  measure(4, false);
  measure(16, false);
  measure(64, false);
  IO.println("an adapter that copies every frame:");
  measure(64, true);
}

void measure(int batch, boolean copies) {
  DmaMemory memory = new DmaMemory(1 << 20);
  Wire wire = new Wire();
  Adapter adapter = new Adapter(new SimulatedNic(memory, wire.left()), copies);
  PacketPool pool = new PacketPool(memory, 256, 2048);
  try (EthernetPort port = EthernetPort.open(adapter, memory, pool, 128)) {
    send(port, adapter, batch);
    adapter.registerAccesses = 0;
    adapter.completions = 0;
    long bytes = send(port, adapter, batch);
    long packets = adapter.completions;
    long accesses = adapter.registerAccesses;
    double calls = (double) (packets + accesses) / packets;
    IO.println(
        "%5d%13d%19d%14.3f%14d"
            .formatted(batch, packets, accesses, calls, bytes / packets));
  }
}

// tag::send[]
/** Sends {@code ROUNDS} batches; bytes that the driver's side allocated for them. */
long send(EthernetPort port, Adapter adapter, int batch) {
  long allocated = 0;
  for (int round = 0; round < ROUNDS; round++) {
    long before = JVM.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < batch; i++) {
      Packet packet = port.pool().take();
      packet.length(1024);
      if (port.tx().submit(packet, true) == Submit.FULL) {
        throw new IllegalStateException("the ring is larger than a batch");
      }
    }
    port.tx().kick();
    allocated += JVM.getCurrentThreadAllocatedBytes() - before;
    adapter.nic.process();
    before = JVM.getCurrentThreadAllocatedBytes();
    port.tx().complete(batch, adapter);
    allocated += JVM.getCurrentThreadAllocatedBytes() - before;
  }
  return allocated;
}
// end::send[]
