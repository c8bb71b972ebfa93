//JAVA 25+
//DESCRIPTION Asks after each bus_dma call who may touch the buffer.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.IllegalDmaAccess;
import org.ringbook.dataplane.dma.Iommu;

static final HostMemory MEMORY = new HostMemory(1 << 20);
static final Iommu BUS = new Iommu(MEMORY, Coherence.NON_COHERENT);
static final Kernel KERNEL = new Kernel(new Machine(MEMORY, BUS));
static final Mbufs MBUFS = new Mbufs(KERNEL);
static final String ROW = "%-28s %-12s %s";

void main() {
  DmaMap map = new DmaTag(KERNEL, Mbufs.MCLBYTES, 1).createMap();
  IO.println(ROW.formatted("receive", "CPU reads", "device writes 0x5a"));
  walk(map, 0x00, Access.WRITE, Sync.PREREAD, Sync.POSTREAD);
  IO.println();
  IO.println(ROW.formatted("send", "CPU reads", "device reads"));
  walk(map, 0x42, Access.READ, Sync.PREWRITE, Sync.POSTWRITE);
}

// tag::walk[]
void walk(DmaMap map, int first, Access access, Sync before, Sync after) {
  Mbuf m = MBUFS.getcl();
  m.length(Mbufs.MCLBYTES);
  m.header().length(Mbufs.MCLBYTES);
  m.data().set(JAVA_BYTE, 0, (byte) first);
  show("m_getcl, m_data filled", m, 0, access);
  int error = map.loadMbufSg(m);
  long address = map.busAddress(0);
  show("bus_dmamap_load_mbuf_sg = " + error, m, address, access);
  map.sync(before);
  show("sync " + before, m, address, access);
  map.sync(after);
  show("sync " + after, m, address, access);
  map.unload();
  show("bus_dmamap_unload", m, address, access);
  MBUFS.freem(m);
  show("m_freem", m, address, access);
}

// end::walk[]

void show(String call, Mbuf m, long address, Access access) {
  IO.println(ROW.formatted(call, cpu(m), device(address, access)));
}

String cpu(Mbuf m) {
  try {
    return "0x%02x".formatted(m.data().get(JAVA_BYTE, 0));
  } catch (RuleBroken e) {
    return "stopped";
  }
}

String device(long address, Access access) {
  try {
    long at = BUS.translate(address, 1, access);
    if (access == Access.WRITE) {
      BUS.memory().set(JAVA_BYTE, at, (byte) 0x5a);
    }
    return "0x%02x".formatted(BUS.memory().get(JAVA_BYTE, at));
  } catch (IllegalDmaAccess e) {
    return "refused";
  }
}
