package org.ringbook.adapters.illumos;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.RuleBroken;

/** What runs now: in which context, with how many mutexes, after which calls. */
public final class Kernel {
  private final List<String> trace = new ArrayList<>();
  private Context context = Context.KERNEL;
  private int mutexes;

  /** A kernel that runs a thread. */
  public Kernel() {}

  /** The context now. */
  public Context context() {
    return context;
  }

  /** Names of the functions called, both ways, oldest first. */
  public List<String> trace() {
    return List.copyOf(trace);
  }

  /** Notes a call that any context may make. */
  void call(String name) {
    trace.add(name);
  }

  /** Notes a call that may wait, as its argument says or as it always does. */
  void sleepingCall(String name, String flag) {
    trace.add(name);
    if (context == Context.INTERRUPT) {
      throw new RuleBroken(
          "an interrupt handler does not wait for resources",
          name + "(9F)",
          "called with " + flag + " in interrupt context");
    }
  }

  /** Calls a function of the driver. */
  void enter(String name, Context in, Runnable function) {
    Context before = context;
    int held = mutexes;
    context = in;
    trace.add(name);
    try {
      function.run();
    } finally {
      context = before;
    }
    if (mutexes != held) {
      throw new RuleBroken(
          "a function returns with the mutexes it was called with",
          "mutex_enter(9F)",
          name + " left " + (mutexes - held) + " held");
    }
  }

  /** Refuses a call into the stack while a mutex is held. */
  void requireNoMutex(String name) {
    if (mutexes > 0) {
      throw new RuleBroken(
          "no driver lock is held over a call into the stack, which may send in reply",
          "Writing Device Drivers, GLDv3 Data Paths, Receive Data Path",
          name + " with " + mutexes + " held");
    }
  }

  void acquired() {
    mutexes++;
  }

  void released() {
    mutexes--;
  }
}
