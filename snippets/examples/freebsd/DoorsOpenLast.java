//JAVA 25+
//DESCRIPTION Moves each step of attach to its end, and of detach to its beginning.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

// tag::moved[]
static final List<String> STEPS =
    List.of("mutex", "ifnet", "irq", "tag", "map", "queue", "attached", "handler");

void main() {
  IO.println("           attach ends with it              detach begins with it");
  for (String step : STEPS) {
    List<String> up = new ArrayList<>(STEPS);
    up.remove(step);
    up.addLast(step);
    List<String> down = new ArrayList<>(STEPS.reversed());
    down.remove(step);
    down.addFirst(step);
    String attach = attempt(() -> new Softc().attach(up));
    String detach = attempt(() -> new Softc().attach(STEPS).detach(down));
    IO.println("%-10s %-32s %s".formatted(step, attach, detach));
  }
}

// end::moved[]

String attempt(Runnable driver) {
  try {
    driver.run();
    return "-";
  } catch (RuleBroken broken) {
    return broken.rule();
  } catch (IllegalStateException missing) {
    return missing.getMessage();
  }
}

/** What is there, and how it is undone. */
static final class Softc {
  final Kernel kernel = new Kernel(Machine.of(1 << 16));
  final Map<String, Runnable> undo = new HashMap<>();
  Ifnet ifp;
  Interrupt irq;
  DmaTag tag;

  // tag::callers[]
  Softc attach(List<String> order) {
    for (String step : order) {
      undo.put(step, reach(step));
      callers();
    }
    return this;
  }

  void detach(List<String> order) {
    for (String step : order) {
      undo.remove(step).run();
      callers();
    }
  }

  /** The stack and the line may call between any two steps. */
  void callers() {
    if (undo.containsKey("attached")) {
      List.of("ifnet", "mutex", "map").forEach(used -> need("a packet", used));
    }
    if (undo.containsKey("handler")) {
      need("an interrupt", "queue");
    }
  }

  void need(String who, String what) {
    if (!undo.containsKey(what)) {
      throw new IllegalStateException(who + " finds no " + what);
    }
  }

  // end::callers[]

  Runnable reach(String step) {
    return switch (step) {
      case "mutex" -> new Mtx(kernel, "rbe0")::destroy;
      case "ifnet" -> {
        ifp = new Ifnet(kernel, new Mbufs(kernel));
        yield ifp::free;
      }
      case "irq" -> {
        irq = new Interrupt(kernel);
        yield irq::release;
      }
      case "tag" -> {
        tag = new DmaTag(kernel, 2048, 1);
        yield tag::destroy;
      }
      case "queue" -> Taskqueue.createFast(kernel)::free;
      case "map" -> {
        need("a map", "tag");
        yield tag.createMap()::destroy;
      }
      case "attached" -> {
        need("ether_ifattach", "ifnet");
        ifp.etherIfattach();
        yield ifp::etherIfdetach;
      }
      default -> {
        need("bus_setup_intr", "irq");
        irq.setup(() -> Interrupt.Filtered.STRAY, null);
        yield irq::teardown;
      }
    };
  }
}
