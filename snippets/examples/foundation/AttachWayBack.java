//JAVA 25+
//DESCRIPTION Fails a FreeBSD attach at each step, and counts what stays behind.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Machine;

static final int STEPS = 6;

void main() {
  IO.println("attach fails at   no way back   detach as way back");
  for (int step = 1; step <= STEPS + 1; step++) {
    Softc without = new Softc(step);
    without.attach();
    Softc with = new Softc(step);
    boolean ok = with.attach();
    int before = with.kernel.trace().size();
    with.detach();
    List<String> trace = with.kernel.trace();
    String when = ok ? "nowhere" : "step " + step;
    IO.println(
        "%-16s  %d lent        %d lent"
            .formatted(when, without.kernel.lent(), with.kernel.lent()));
    show(trace.subList(before, trace.size()));
  }
}

void show(List<String> calls) {
  StringBuilder line = new StringBuilder("   ");
  for (String call : calls) {
    if (line.length() + call.length() > 68) {
      IO.println(line);
      line = new StringBuilder("   ");
    }
    line.append(' ').append(call);
  }
  IO.println(line);
}

/** What device_get_softc returns: zeroed by the kernel before attach. */
static class Softc {
  final Kernel kernel = new Kernel(Machine.of(1 << 20));
  private final int fails;
  private int step;
  private Mtx mtx;
  private Ifnet ifp;
  private Interrupt irq;
  private Taskqueue tq;
  private boolean attached;
  private boolean handler;

  Softc(int fails) {
    this.fails = fails;
  }

  private boolean next() {
    return ++step != fails;
  }

  // tag::attach[]
  /** Cheap things first, what can fail next, what lets others in at the end. */
  boolean attach() {
    mtx = new Mtx(kernel, "rbe");
    if (!next()) {
      return false;
    }
    ifp = new Ifnet(kernel, new Mbufs(kernel));
    if (!next()) {
      return false;
    }
    irq = new Interrupt(kernel);
    if (!next()) {
      return false;
    }
    tq = Taskqueue.createFast(kernel);
    if (!next()) {
      return false;
    }
    ifp.etherIfattach(); // from here on the stack may call
    attached = true;
    if (!next()) {
      return false;
    }
    irq.setup(() -> Interrupt.Filtered.STRAY, null); // and the line
    handler = true;
    return next();
  }

  /** Undoes what there is: of a whole attach, and of any part of one. */
  void detach() {
    if (attached) {
      ifp.etherIfdetach();
    }
    if (handler) {
      irq.teardown();
    }
    if (tq != null) {
      tq.free();
    }
    if (irq != null) {
      irq.release();
    }
    if (ifp != null) {
      ifp.free();
    }
    if (mtx != null) {
      mtx.destroy();
    }
  }
  // end::attach[]
}
