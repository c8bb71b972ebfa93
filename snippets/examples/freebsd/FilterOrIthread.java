//JAVA 25+
//DESCRIPTION One interrupt, set up in three ways, and two filters that do too much.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.function.Supplier;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Interrupt.Filtered;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mtx;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

final Kernel kernel = new Kernel(Machine.of(1 << 20));
final Mtx lock = new Mtx(kernel, "rx");
final Taskqueue fast = Taskqueue.createFast(kernel);
final Taskqueue slow = Taskqueue.create(kernel);
final Taskqueue.Task task = new Taskqueue.Task(true, this::poll);

// tag::ways[]
void main() {
  deliver("ithread alone", null, this::poll);
  deliver("filter, then ithread", () -> Filtered.SCHEDULE_THREAD, this::poll);
  deliver("filter, then task", () -> handOver(fast), null);
  deliver("not our device", () -> Filtered.STRAY, this::poll);
  deliver("filter that polls", this::pollInFilter, null);
  deliver("filter and an ordinary queue", () -> handOver(slow), null);
}

Filtered handOver(Taskqueue queue) {
  queue.enqueue(task);
  return Filtered.HANDLED;
}

Filtered pollInFilter() {
  poll();
  return Filtered.HANDLED;
}

void poll() {
  lock.holding(() -> IO.print(" polls in " + kernel.context()));
  IO.print(", in the epoch: " + kernel.isInEpoch());
}

// end::ways[]

void deliver(String how, Supplier<Filtered> filter, Runnable ithread) {
  IO.print(how + ":");
  Interrupt interrupt = new Interrupt(kernel);
  interrupt.setup(filter, ithread);
  try {
    interrupt.deliver();
    while (fast.runOne()) {
      IO.print(" (taskqueue)");
    }
    IO.println();
  } catch (RuleBroken broken) {
    IO.println("\n  " + broken.getMessage());
  }
  interrupt.teardown();
  interrupt.release();
}
