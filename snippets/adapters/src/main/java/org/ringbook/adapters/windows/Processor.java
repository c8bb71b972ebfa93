package org.ringbook.adapters.windows;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.RuleBroken;

/**
 * A processor: the level it runs at now, and what was called on it. Each kernel
 * function comes through {@link #call} first, so a call at a wrong level stops there.
 * In Windows it works most of the time, until a page fault or a second processor makes
 * it IRQL_NOT_LESS_OR_EQUAL or a deadlock.
 */
public final class Processor {
  private final List<String> trace = new ArrayList<>();
  private Irql level = Irql.PASSIVE_LEVEL;
  private int spinLocks;

  /** A processor that runs a thread. */
  public Processor() {}

  /** The level now. */
  public Irql level() {
    return level;
  }

  /** Names of the functions called, both ways, oldest first. */
  public List<String> trace() {
    return List.copyOf(trace);
  }

  /**
   * Notes a call and checks the level.
   *
   * @param name of the function, as the WDK spells it
   * @param least lowest level at which it may be called
   * @param most highest level
   */
  void call(String name, Irql least, Irql most) {
    trace.add(name);
    if (level.compareTo(least) < 0 || level.compareTo(most) > 0) {
      String allowed = least == most ? "at " + least : "from " + least + " to " + most;
      throw new RuleBroken(
          name + " is called " + allowed, "WDK, " + name + ", IRQL", "called at " + level);
    }
  }

  /** A function for threads only. */
  void passive(String name) {
    call(name, Irql.PASSIVE_LEVEL, Irql.PASSIVE_LEVEL);
  }

  /** A function for everyone but interrupt service routines. */
  void upToDispatch(String name) {
    call(name, Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL);
  }

  /** A function at exactly DISPATCH_LEVEL. */
  void dispatch(String name) {
    call(name, Irql.DISPATCH_LEVEL, Irql.DISPATCH_LEVEL);
  }

  /** Calls a function of the driver, at a level that its documentation names. */
  void enter(String name, Irql at, Runnable function) {
    Irql before = level;
    int held = spinLocks;
    level = at;
    trace.add(name);
    try {
      function.run();
    } finally {
      Irql after = level;
      level = before;
      requireBalance(name, at, after, held);
    }
  }

  private void requireBalance(String name, Irql at, Irql after, int held) {
    if (spinLocks != held) {
      throw new RuleBroken(
          "a function returns with the spin locks it was called with",
          "WDK, NdisAcquireSpinLock",
          name + " left " + (spinLocks - held) + " held");
    }
    if (after != at) {
      throw new RuleBroken(
          "a function returns at the level it was called at",
          "WDK, KeLowerIrql",
          name + " was called at " + at + " and returned at " + after);
    }
  }

  /**
   * Raises the level.
   *
   * @return the level before, for {@link #keLowerIrql}
   */
  public Irql keRaiseIrql(Irql to) {
    trace.add("KeRaiseIrql");
    if (to.compareTo(level) < 0) {
      throw new RuleBroken(
          "the new level is at least the present one",
          "WDK, KeRaiseIrql",
          level + " to " + to);
    }
    Irql before = level;
    level = to;
    return before;
  }

  /** Goes back to a level that {@link #keRaiseIrql} returned. */
  public void keLowerIrql(Irql to) {
    trace.add("KeLowerIrql");
    if (to.compareTo(level) > 0) {
      throw new RuleBroken(
          "the new level is at most the present one", "WDK, KeLowerIrql", level + " to " + to);
    }
    level = to;
  }

  /** Refuses a call into NDIS that can come back while a lock is held. */
  void requireNoSpinLock(String name) {
    if (spinLocks > 0) {
      throw new RuleBroken(
          "no spin lock is held over a call that NDIS may answer by calling the driver",
          "WDK, NdisAcquireSpinLock: to acquire it again is a deadlock",
          name + " with " + spinLocks + " held");
    }
  }

  void acquired(Irql raisedTo) {
    spinLocks++;
    level = raisedTo;
  }

  void released(Irql lowerTo) {
    spinLocks--;
    level = lowerTo;
  }
}
