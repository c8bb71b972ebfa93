//JAVA 25+
//DESCRIPTION Loads chains of mbufs: bytes that m_len hides, empty mbufs, and EFBIG.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.MbufChains;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;

static final int EFBIG = 27;
static final int MOST_SEGMENTS = 4;
static final Kernel KERNEL = new Kernel(Machine.of(1 << 20));
static final Mbufs MBUFS = new Mbufs(KERNEL);
static final MbufChains CHAINS = new MbufChains(KERNEL, MBUFS);
static final String ROW = "%-24s %6s %6s %6s %9s  %s";

void main() {
  DmaTag tag = new DmaTag(KERNEL, DmaTag.LARGEST_PACKET, MOST_SEGMENTS);
  print("chain of m_len", "m_len", "pkthdr", "mbufs", "segments", "");
  load(tag.createMap(), 60);
  load(tag.createMap(), 14, 486, 1000);
  load(tag.createMap(), 14, 0, 486);
  load(tag.createMap(), 14, 20, 20, 32, 900, 500);
  load(tag.createMap(), 2048, 2048, 2048, 2048, 2048);
}

// tag::load[]
void load(DmaMap map, int... lengths) {
  Mbuf packet = chain(lengths);
  int first = packet.length();
  String how = "";
  int error = map.loadMbufSg(packet);
  if (error == EFBIG) {
    Mbuf fit = CHAINS.collapse(packet, MOST_SEGMENTS);
    how = fit == null ? "EFBIG, dropped" : "EFBIG, m_collapse";
    if (fit != null) {
      packet = fit;
      error = map.loadMbufSg(packet);
    }
  }
  if (error == 0) {
    map.sync(Sync.PREWRITE); // submit; and when the device is done:
    map.sync(Sync.POSTWRITE);
  }
  show(lengths, first, packet, map.segments(), how);
  map.unload();
  MBUFS.freem(packet);
}

// end::load[]

void show(int[] lengths, int first, Mbuf packet, int segments, String how) {
  StringBuilder chain = new StringBuilder();
  for (int length : lengths) {
    chain.append(chain.isEmpty() ? "" : " ").append(length);
  }
  int bytes = packet.header().length();
  print(chain, first, bytes, packet.count(), segments, how);
}

void print(Object... columns) {
  IO.println(ROW.formatted(columns).stripTrailing());
}

Mbuf chain(int... lengths) {
  Mbuf first = MBUFS.getcl();
  Mbuf last = first;
  int bytes = 0;
  for (int i = 0; i < lengths.length; i++) {
    if (i > 0) {
      last.next(MBUFS.getjcl(Mbufs.MCLBYTES, false));
      last = last.next();
    }
    last.length(lengths[i]);
    bytes += lengths[i];
  }
  first.header().length(bytes);
  return first;
}
