//JAVA 25+
//DESCRIPTION Makes five mistakes in DMA mapping, and shows the fault of each.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.IllegalDmaAccess;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

/** What a driver does between mapping a buffer and the device's reading it. */
interface Driver {
  /** Submits the buffer. */
  void send(Bench bench, MemorySegment buffer);
}

void main() {
  // tag::mistakes[]
  attempt("no mistake", (bench, buffer) -> bench.submit(buffer, bench.map(buffer)));
  attempt(
      "unmapped before it was sent",
      (bench, buffer) -> {
        Mapping mapping = bench.map(buffer);
        bench.submit(buffer, mapping);
        mapping.unmap();
      });
  attempt(
      "mapped for the other direction",
      (bench, buffer) ->
          bench.submit(buffer, bench.iommu.map(buffer, Direction.FROM_DEVICE)));
  attempt(
      "mapped the header, sent the frame",
      (bench, buffer) -> bench.submit(buffer, bench.map(buffer.asSlice(0, 14))));
  attempt(
      "edited, and not synced back",
      (bench, buffer) -> {
        Mapping mapping = bench.map(buffer);
        mapping.syncForCpu();
        mapping.cpu().set(ValueLayout.JAVA_BYTE, 0, (byte) 2);
        bench.submit(buffer, mapping);
      });
  attempt(
      "physical address, never mapped",
      (bench, buffer) -> bench.submit(buffer, HostMemory.DEFAULT_BASE));
  // end::mistakes[]
}

void attempt(String what, Driver driver) {
  Bench bench = new Bench();
  driver.send(bench, bench.memory.allocate(100, 64));
  String result;
  try {
    bench.nic.process();
    result = "sent " + bench.wire.right().receive().length + " bytes";
  } catch (IllegalDmaAccess fault) {
    int onTheWire = bench.wire.right().waiting();
    result = fault.kind() + ", frames on the wire: " + onTheWire;
  }
  IO.println("%-34s %s".formatted(what, result));
}

/** A device behind an IOMMU, with a port that is up. */
static final class Bench {
  final HostMemory memory = new HostMemory(1 << 20);
  final Iommu iommu = new Iommu(memory);
  final Wire wire = new Wire();
  final SimulatedNic nic = new SimulatedNic(iommu, wire.left());
  final PacketPool pool = new PacketPool(iommu, 8, 2048);
  final EthernetPort port = EthernetPort.open(nic, iommu, pool, 8);
  final PacketShells shells = new PacketShells(1);

  Mapping map(MemorySegment buffer) {
    return iommu.map(buffer, Direction.TO_DEVICE);
  }

  void submit(MemorySegment buffer, Mapping mapping) {
    submit(buffer, mapping.busAddress());
  }

  void submit(MemorySegment buffer, long busAddress) {
    Packet packet = shells.wrap(buffer, busAddress);
    if (port.tx().submit(packet) == TxRing.Submit.FULL) {
      packet.giveBack();
    }
  }
}
