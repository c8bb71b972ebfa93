//JAVA 25+
//DESCRIPTION Loads packets of ever more mbufs, and collapses those that do not fit.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.MbufChains;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;

static final int SEGMENTS = 32;

final Kernel kernel = new Kernel(Machine.of(1 << 20));
final Mbufs mbufs = new Mbufs(kernel);
final MbufChains chains = new MbufChains(kernel, mbufs);
final DmaTag tag = new DmaTag(kernel, DmaTag.LARGEST_PACKET, SEGMENTS);
final DmaMap map = tag.createMap();

void main() {
  IO.println("mbufs  bytes of each  load   collapsed to  load again");
  send(1, 1500);
  send(32, 45);
  send(33, 45);
  send(60, 25);
  send(40, 1000);
  send(40, 1500);
}

// tag::load[]
void send(int count, int bytes) {
  Mbuf packet = packet(count, bytes);
  int first = map.loadMbufSg(packet);
  String outcome = "            -  -";
  if (first == Errno.EFBIG) {
    Mbuf fewer = chains.collapse(packet, SEGMENTS);
    outcome = fewer == null ? " not possible  dropped" : again(fewer);
    packet = fewer == null ? packet : fewer;
  }
  IO.println(
      "%5d  %13d  %-5s %s".formatted(count, bytes, name(first), outcome));
  map.unload();
  mbufs.freem(packet);
}

String again(Mbuf packet) {
  return "%13d  %s".formatted(packet.count(), name(map.loadMbufSg(packet)));
}

// end::load[]

String name(int error) {
  return error == Errno.EFBIG ? "EFBIG" : Integer.toString(error);
}

Mbuf packet(int count, int bytes) {
  Mbuf first = mbufs.getcl();
  Mbuf last = first;
  last.length(bytes);
  for (int i = 1; i < count; i++) {
    last.next(mbufs.getjcl(Mbufs.MCLBYTES, false));
    last = last.next();
    last.length(bytes);
  }
  first.header().length(count * bytes);
  return first;
}
