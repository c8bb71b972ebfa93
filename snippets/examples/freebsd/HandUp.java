//JAVA 25+
//DESCRIPTION Hands a received packet to the stack, right once and wrong five times.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.function.Consumer;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Kernel.Context;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.PacketHeader;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

final Kernel kernel = new Kernel(Machine.of(1 << 20));
final Mbufs mbufs = new Mbufs(kernel);
final Ifnet ifp = new Ifnet(kernel, mbufs);
final Mtx lock = new Mtx(kernel, "rx");

// tag::six[]
void main() {
  attempt("without mutex, in the epoch", true, ifp::input);
  attempt("mutex held", true, packet -> lock.holding(() -> ifp.input(packet)));
  attempt("a plain task, not a net task", false, ifp::input);
  attempt("no rcvif", true, this::withoutInterface);
  attempt("csum_data forgotten", true, this::withoutSum);
  attempt("second cluster keeps its header", true, this::withTwoHeaders);
}

void withoutInterface(Mbuf packet) {
  packet.header().rcvif(null);
  ifp.input(packet);
}

void withoutSum(Mbuf packet) {
  int good = PacketHeader.CSUM_DATA_VALID | PacketHeader.CSUM_PSEUDO_HDR;
  packet.header().checksum(good, 0);
  ifp.input(packet);
}

void withTwoHeaders(Mbuf packet) {
  packet.next(mbufs.getcl());
  ifp.input(packet);
}

// end::six[]

void attempt(String what, boolean inEpoch, Consumer<Mbuf> handUp) {
  Mbuf packet = mbufs.getcl();
  packet.length(60);
  packet.header().length(60);
  packet.header().rcvif(ifp);
  try {
    kernel.run(Context.TASK, inEpoch, () -> handUp.accept(packet));
    IO.println(what + ": " + ifp.takeInput().size() + " packet in the stack");
  } catch (RuleBroken broken) {
    IO.println(what + "\n  " + broken.getMessage());
  }
}
