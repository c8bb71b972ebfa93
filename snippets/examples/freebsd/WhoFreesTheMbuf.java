//JAVA 25+
//DESCRIPTION Three if_transmit functions meet a full queue; two break the contract.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.function.ToIntFunction;
import org.ringbook.adapters.freebsd.BufRing;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

final Kernel kernel = new Kernel(Machine.of(1 << 20));
final Mbufs mbufs = new Mbufs(kernel);

// tag::three[]
void main() {
  attempt("returns drbr_enqueue's error", ring -> m -> ring.enqueue(m));
  attempt("frees it once more", ring -> m -> freeAgain(m, ring.enqueue(m)));
  attempt("looks first, keeps nothing", ring -> m -> Errno.ENOBUFS);
}

int freeAgain(Mbuf packet, int error) {
  if (error != 0) {
    mbufs.freem(packet);
  }
  return error;
}

// end::three[]

interface Driver {
  ToIntFunction<Mbuf> over(BufRing ring);
}

/** Room for three packets, and nobody takes one out. */
void attempt(String name, Driver driver) {
  Mtx lock = new Mtx(kernel, "tx");
  BufRing ring = new BufRing(kernel, mbufs, lock, 4);
  Ifnet ifp = new Ifnet(kernel, mbufs);
  ifp.setTransmit(driver.over(ring));
  ifp.etherIfattach();
  int before = mbufs.outstanding();
  StringBuilder answers = new StringBuilder();
  try {
    for (int i = 0; i < 4; i++) {
      answers.append(" " + ifp.transmit(packet()));
    }
  } catch (RuleBroken broken) {
    answers.append(" stopped: " + broken.getMessage());
  }
  IO.println("%s:%s".formatted(name, answers));
  IO.println("  mbufs that somebody has: " + (mbufs.outstanding() - before));
}

Mbuf packet() {
  Mbuf m = mbufs.getcl();
  m.length(60);
  m.header().length(60);
  return m;
}
