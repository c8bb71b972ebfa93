//JAVA 25+
//DESCRIPTION Plants seven faults in a FreeBSD skeleton; the kernel's rules speak.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import org.ringbook.adapters.freebsd.Callout;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

final Kernel kernel = new Kernel(Machine.of(1 << 20));
final Mbufs mbufs = new Mbufs(kernel);

void main() {
  // tag::faults[]
  fault("filter locks the mutex", () -> filter(new Mtx(kernel, "rbe")::lock));
  Taskqueue slow = Taskqueue.create(kernel);
  var task = new Taskqueue.Task(true, () -> {});
  fault("filter, queue not fast", () -> filter(() -> slow.enqueue(task)));
  Mtx mtx = new Mtx(kernel, "rbe");
  fault("sleeps with the mutex", () -> mtx.holding(() -> new Interrupt(kernel)));
  fault("no way out of transmit", this::transmitReturnsAnError);
  fault("resource before handler", this::releaseFirst);
  fault("if_free before detach", this::freeFirst);
  fault("mutex before callout", this::destroyFirst);
  // end::faults[]
}

void fault(String what, Runnable code) {
  try {
    code.run();
    IO.println(what + ": nobody noticed");
  } catch (RuleBroken e) {
    IO.println("%-24s %s".formatted(what, e.rule()));
    IO.println("%-24s   %s".formatted("", e.source()));
  }
}

void filter(Runnable body) {
  Interrupt irq = new Interrupt(kernel);
  irq.setup(
      () -> {
        body.run();
        return Interrupt.Filtered.HANDLED;
      },
      null);
  irq.deliver();
}

void transmitReturnsAnError() {
  Ifnet ifp = new Ifnet(kernel, mbufs);
  ifp.setTransmit(packet -> 55); // ENOBUFS, and the packet neither kept nor freed
  ifp.etherIfattach();
  Mbuf packet = mbufs.gethdr();
  ifp.transmit(packet);
}

void releaseFirst() {
  Interrupt irq = new Interrupt(kernel);
  irq.setup(() -> Interrupt.Filtered.STRAY, null);
  irq.release();
}

void freeFirst() {
  Ifnet ifp = new Ifnet(kernel, mbufs);
  ifp.etherIfattach();
  ifp.free();
}

void destroyFirst() {
  Mtx mtx = new Mtx(kernel, "rbe");
  Callout tick = new Callout(kernel, mtx);
  mtx.holding(() -> tick.reset(() -> {}));
  mtx.destroy();
}
