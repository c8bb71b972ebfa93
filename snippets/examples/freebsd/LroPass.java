//JAVA 25+
//DESCRIPTION Merges five segments in one receive pass, then forgets to flush.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Kernel.Context;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.PacketHeader;
import org.ringbook.adapters.freebsd.TcpLro;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.TcpHeader;

final Kernel kernel = new Kernel(Machine.of(1 << 20));
final Mbufs mbufs = new Mbufs(kernel);
final Ifnet ifp = new Ifnet(kernel, mbufs);
final TcpLro lro = new TcpLro(kernel, ifp);

// tag::pass[]
void main() {
  kernel.run(Context.TASK, true, () -> receive(true));
  try {
    kernel.run(Context.TASK, true, () -> receive(false));
  } catch (RuleBroken broken) {
    IO.println("without flush: " + broken.getMessage());
  }
}

void receive(boolean flush) {
  for (int i = 0; i < 5; i++) {
    handUp("data", packet(1 + 1000 * i, TcpHeader.ACK, 1000));
  }
  handUp("FIN", packet(5001, TcpHeader.ACK | TcpHeader.FIN, 10));
  handUp("other flow's data", packet(70_001, TcpHeader.ACK, 1000));
  if (flush) {
    lro.flushAll();
    look("flush");
  }
}

void handUp(String what, Mbuf packet) {
  if (lro.rx(packet) != 0) {
    ifp.input(packet); // refused: still the driver's
  }
  look(what);
}

// end::pass[]

void look(String after) {
  for (Ifnet.Received in : ifp.takeInput()) {
    PacketHeader header = in.packet().header();
    IO.println(
        "%s: the stack gets %d bytes, merged from %d"
            .formatted(after, header.length(), header.lroSegments()));
  }
}

Mbuf packet(int sequence, int flags, int bytes) {
  byte[] frame =
      FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
          .ipv4("192.0.2.1", "192.0.2.2")
          .tcp(sequence > 70_000 ? 1001 : 1000, 80)
          .numbers(sequence, 1)
          .flags(flags)
          .payload(new byte[bytes])
          .build();
  Mbuf m = mbufs.getcl();
  m.length(frame.length);
  m.data().copyFrom(MemorySegment.ofArray(frame));
  m.header().length(frame.length);
  m.header().rcvif(ifp);
  int good = PacketHeader.CSUM_DATA_VALID | PacketHeader.CSUM_PSEUDO_HDR;
  m.header().checksum(good, 0xffff);
  return m;
}
