//JAVA 25+
//DESCRIPTION Writes too late and reads too early: one machine of three hides both.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.DmaMask;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;

static final String ROW = "%-26s %-13s %-13s %-13s %s";

void main() {
  IO.println(ROW.formatted("", "sent, right", "sent, late", "read early", "copied"));
  run("coherent", Coherence.COHERENT, DmaMask.ALL);
  run("caches are not coherent", Coherence.NON_COHERENT, DmaMask.ALL);
  run("device with 32 bits", Coherence.COHERENT, new DmaMask(32));
}

void run(String name, Coherence coherence, DmaMask mask) {
  HostMemory memory = new HostMemory(1 << 20);
  Iommu bus = new Iommu(memory, coherence, mask, 16);
  Kernel kernel = new Kernel(new Machine(memory, bus));
  DmaMap map = new DmaTag(kernel, Mbufs.MCLBYTES, 1).createMap();
  byte right = send(new Mbufs(kernel), bus, map, true);
  byte late = send(new Mbufs(kernel), bus, map, false);
  boolean copied = bus.bounceSlotsUsed() > 0;
  map.unload();
  byte early = receive(new Mbufs(kernel), bus, map);
  IO.println(ROW.formatted(name, hex(right), hex(late), hex(early), copied));
}

// tag::late[]
/** Sends one byte, 0x42; it is written before PREWRITE, or just after. */
byte send(Mbufs mbufs, Iommu bus, DmaMap map, boolean inTime) {
  map.unload();
  Mbuf m = buffer(mbufs, map);
  MemorySegment bytes = m.data();
  if (inTime) {
    bytes.set(JAVA_BYTE, 0, (byte) 0x42);
  }
  map.sync(Sync.PREWRITE);
  if (!inTime) {
    bytes.set(JAVA_BYTE, 0, (byte) 0x42);
  }
  long at = bus.translate(map.busAddress(0), 1, Access.READ);
  byte onTheWire = bus.memory().get(JAVA_BYTE, at);
  map.sync(Sync.POSTWRITE);
  return onTheWire;
}

/** The device writes 0x5a; the CPU reads it without waiting for POSTREAD. */
byte receive(Mbufs mbufs, Iommu bus, DmaMap map) {
  Mbuf m = buffer(mbufs, map);
  MemorySegment bytes = m.data();
  map.sync(Sync.PREREAD);
  long at = bus.translate(map.busAddress(0), 1, Access.WRITE);
  bus.memory().set(JAVA_BYTE, at, (byte) 0x5a);
  return bytes.get(JAVA_BYTE, 0);
}

// end::late[]

Mbuf buffer(Mbufs mbufs, DmaMap map) {
  Mbuf m = mbufs.getcl();
  m.length(Mbufs.MCLBYTES);
  m.header().length(Mbufs.MCLBYTES);
  if (map.loadMbufSg(m) != 0) {
    throw new IllegalStateException("not loaded");
  }
  return m;
}

String hex(byte value) {
  return "0x%02x".formatted(value);
}
