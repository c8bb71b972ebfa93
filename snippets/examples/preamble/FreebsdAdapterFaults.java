//JAVA 25+
//DESCRIPTION Makes eight mistakes of a first FreeBSD adapter, each stopped.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

static final int ENOBUFS = 55;

// tag::faults[]
void main() {
  fault("frees a packet that is loaded", os -> os.mbufs.freem(os.loaded()));
  fault("unloads without POSTREAD", os -> os.posted().unload());
  fault("takes its mutex in the filter", os -> os.interrupt(os.lock::lock));
  fault("enqueues on a slow queue there", os -> os.interrupt(os::enqueueSlow));
  fault("calls if_input with the mutex", os -> os.lock.holding(os::input));
  fault("receives in a plain task", os -> os.task(false, os::input));
  fault("leaves out rcvif", os -> os.task(true, () -> os.ifp.input(os.packet())));
  fault("returns ENOBUFS, keeps the mbuf", os -> os.transmit(m -> ENOBUFS));
}

// end::faults[]

void fault(String what, Consumer<Os> driver) {
  try {
    driver.accept(new Os());
    IO.println(what + ": not noticed");
  } catch (RuleBroken e) {
    IO.println("%s%n  %s%n  %s".formatted(what, e.rule(), e.source()));
  }
}

/** A kernel, and a driver's usual things in it. */
static final class Os {
  private final Kernel kernel = new Kernel(Machine.of(1 << 20));
  private final Mbufs mbufs = new Mbufs(kernel);
  private final Ifnet ifp = new Ifnet(kernel, mbufs);
  private final Mtx lock = new Mtx(kernel, "driver");
  private final Taskqueue slow = Taskqueue.create(kernel);
  private final DmaMap map = new DmaTag(kernel, Mbufs.MCLBYTES, 1).createMap();

  Mbuf packet() {
    Mbuf m = mbufs.getcl();
    m.length(60);
    m.header().length(60);
    return m;
  }

  Mbuf loaded() {
    Mbuf m = packet();
    if (map.loadMbufSg(m) != 0) {
      throw new IllegalStateException("not loaded");
    }
    return m;
  }

  DmaMap posted() {
    Mbuf unused = loaded();
    map.sync(Sync.PREREAD);
    return map;
  }

  void interrupt(Runnable inFilter) {
    Interrupt interrupt = new Interrupt(kernel);
    interrupt.setup(
        () -> {
          inFilter.run();
          return Interrupt.Filtered.HANDLED;
        },
        null);
    interrupt.deliver();
  }

  void enqueueSlow() {
    slow.enqueue(new Taskqueue.Task(true, () -> {}));
  }

  void task(boolean inEpoch, Runnable code) {
    Taskqueue queue = Taskqueue.createFast(kernel);
    queue.enqueue(new Taskqueue.Task(inEpoch, code));
    boolean unused = queue.runOne();
  }

  void input() {
    Mbuf m = packet();
    m.header().rcvif(ifp);
    ifp.input(m);
  }

  void transmit(ToIntFunction<Mbuf> function) {
    ifp.setTransmit(function);
    ifp.etherIfattach();
    int unused = ifp.transmit(packet());
  }
}
