//JAVA 25+
//DESCRIPTION Detaches in four orders while the device keeps interrupting.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Interrupt.Filtered;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Taskqueue;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

enum Step {
  TEARDOWN,
  DRAIN,
  FREE_RINGS,
  RELEASE
}

// tag::orders[]
void main() {
  detach(List.of(Step.TEARDOWN, Step.DRAIN, Step.FREE_RINGS, Step.RELEASE));
  detach(List.of(Step.DRAIN, Step.TEARDOWN, Step.FREE_RINGS, Step.RELEASE));
  detach(List.of(Step.FREE_RINGS, Step.TEARDOWN, Step.DRAIN, Step.RELEASE));
  detach(List.of(Step.RELEASE, Step.TEARDOWN, Step.DRAIN, Step.FREE_RINGS));
}

void detach(List<Step> order) {
  Driver driver = new Driver();
  String outcome;
  try {
    for (Step step : order) {
      driver.interrupt.deliver(); // at the worst moment: just before each step
      driver.take(step);
    }
    boolean more = true;
    while (more) {
      more = driver.queue.runOne(); // what the thread had to do yet
    }
    outcome = "polls of rings that are gone: " + driver.late;
  } catch (RuleBroken broken) {
    outcome = broken.getMessage();
  }
  IO.println(order + "\n  " + outcome);
}

// end::orders[]

static final class Driver {
  final Kernel kernel = new Kernel(Machine.of(1 << 20));
  final Taskqueue queue = Taskqueue.createFast(kernel);
  final Taskqueue.Task task = new Taskqueue.Task(true, this::poll);
  final Interrupt interrupt = new Interrupt(kernel);
  boolean ringsAreGone;
  int late;

  Driver() {
    interrupt.setup(this::filter, null);
  }

  private Filtered filter() {
    queue.enqueue(task);
    return Filtered.HANDLED;
  }

  private void poll() {
    late += ringsAreGone ? 1 : 0;
  }

  void take(Step step) {
    switch (step) {
      case TEARDOWN -> interrupt.teardown();
      case DRAIN -> queue.drain(task);
      case FREE_RINGS -> ringsAreGone = true;
      case RELEASE -> interrupt.release();
    }
  }
}
