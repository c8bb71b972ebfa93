//JAVA 25+
//DESCRIPTION Lets a frame arrive at each moment of a poll, in two orders of its end.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.util.Locale;
import java.util.function.Consumer;
import org.ringbook.dataplane.interrupt.Polled;
import org.ringbook.dataplane.interrupt.Poller;

/** Where in the poll the second frame arrives. */
enum Moment {
  WHILE_POLLING,
  AFTER_THE_LAST_LOOK_AT_THE_RING,
  JUST_BEFORE_THE_UNMASK,
  JUST_AFTER_THE_UNMASK
}

void main() {
  String title = "%-33s %-20s %s";
  IO.println(title.formatted("the frame comes", "unmask, look", "look, unmask"));
  for (Moment moment : Moment.values()) {
    String ours = run(moment, this::unmaskThenLook);
    String naive = run(moment, this::lookThenUnmask);
    String when = moment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    IO.println("%-33s %-20s %s".formatted(when, ours, naive));
  }
}

// tag::orders[]
/** The core's poller: unmasks, then looks once more. */
void unmaskThenLook(Queue queue) {
  Poller poller = new Poller(queue, 64);
  queue.handler = poller::schedule;
  boolean unused = poller.enable();
  queue.arrive();
  while (poller.isScheduled()) {
    unused = poller.run();
  }
}

/** The other order: makes sure that nothing is left, then unmasks. */
void lookThenUnmask(Queue queue) {
  queue.handler = queue::mask;
  queue.unmask();
  queue.arrive();
  while (queue.masked) {
    int unused = queue.poll(64);
    if (!queue.hasWork()) {
      queue.unmask();
    }
  }
}

// end::orders[]

String run(Moment moment, Consumer<Queue> driver) {
  Queue queue = new Queue(moment);
  driver.accept(queue);
  return queue.waiting == 0 ? "delivered" : "waits, no interrupt";
}

/** A queue that interrupts at the instant of an arrival, or not at all. */
static final class Queue implements Polled {
  private final Moment moment;
  private Runnable handler = () -> {};
  private boolean masked = true;
  private int arrived;
  private int waiting;

  Queue(Moment moment) {
    this.moment = moment;
  }

  void arrive() {
    arrived++;
    waiting++;
    if (!masked) {
      handler.run();
    }
  }

  private void reached(Moment now) {
    if (now == moment && arrived == 1) {
      arrive();
    }
  }

  @Override
  public int poll(int budget) {
    int done = waiting;
    waiting = 0;
    reached(Moment.WHILE_POLLING);
    done += waiting;
    waiting = 0;
    return done;
  }

  @Override
  public boolean hasWork() {
    boolean work = waiting > 0;
    reached(Moment.AFTER_THE_LAST_LOOK_AT_THE_RING);
    return work;
  }

  @Override
  public void mask() {
    masked = true;
  }

  @Override
  public void unmask() {
    reached(Moment.JUST_BEFORE_THE_UNMASK);
    masked = false;
    reached(Moment.JUST_AFTER_THE_UNMASK);
  }
}
