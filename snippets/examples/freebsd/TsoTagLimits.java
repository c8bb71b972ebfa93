//JAVA 25+
//DESCRIPTION What the stack puts into one TSO packet, for each announced limit.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Collections;
import java.util.List;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;

static final int SEGMENTS = 32;
static final int HEADERS = 54;
static final int MOST = 65_535 - 40;

final Kernel kernel = new Kernel(Machine.of(4 << 20));
final Mbufs mbufs = new Mbufs(kernel);
final DmaTag tag = new DmaTag(kernel, DmaTag.LARGEST_PACKET, SEGMENTS);

void main() {
  IO.println("application writes  segment count  TSO payload  mbufs  load");
  for (int write : List.of(2048, 1448, 512)) {
    for (int limit : List.of(35, SEGMENTS, SEGMENTS - 1)) {
      send(write, limit);
    }
  }
}

void send(int write, int limit) {
  List<Integer> pieces = Collections.nCopies(1 + MOST / write, write);
  int payload = Math.min(MOST, fitting(pieces, limit) * write);
  Mbuf packet = packet(payload, write);
  DmaMap map = tag.createMap();
  int error = map.loadMbufSg(packet);
  String result = error == Errno.EFBIG ? "EFBIG" : Integer.toString(error);
  IO.println(
      "%18d  %13d  %11d  %5d  %s"
          .formatted(write, limit, payload, packet.count(), result));
  map.unload();
  map.destroy();
  mbufs.freem(packet);
}

// tag::fitting[]
/** What the stack does: it takes data while the count stays below the limit. */
int fitting(List<Integer> pieces, int limit) {
  int left = limit;
  int taken = 0;
  for (int bytes : pieces) {
    int segments = Math.ceilDiv(bytes, 4096); // the announced segment size
    if (segments >= left) {
      break;
    }
    left -= segments;
    taken++;
  }
  return taken;
}

// end::fitting[]

/** Headers in an mbuf of their own, then the data as it was written. */
Mbuf packet(int payload, int write) {
  Mbuf first = mbufs.gethdr();
  first.length(HEADERS);
  first.header().length(HEADERS + payload);
  Mbuf last = first;
  for (int left = payload; left > 0; left -= write) {
    last.next(mbufs.getjcl(Mbufs.MCLBYTES, false));
    last = last.next();
    last.length(Math.min(left, write));
  }
  return first;
}
