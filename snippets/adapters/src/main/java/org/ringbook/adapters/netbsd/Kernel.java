package org.ringbook.adapters.netbsd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.host.Machine;

/**
 * The priority level of the CPU, what the running code holds, and which calls it made
 * (spl(9), intr(9), softint(9)). A level keeps out all handlers of this level and of
 * lower ones; it says nothing about other CPUs, mutexes do.
 */
public final class Kernel {
  /** Interrupt priority levels, lowest first. */
  public enum Ipl {
    /** {@code IPL_NONE}: everything may interrupt. */
    NONE,
    /** {@code IPL_SOFTNET}: softints of the network. */
    SOFTNET,
    /** {@code IPL_NET}: interrupts of network cards. */
    NET
  }

  /** Who runs. */
  public enum Context {
    /** A thread (an LWP): may sleep at IPL_NONE. */
    THREAD,
    /** A softint: a thread of its own that may block on a mutex, and not sleep. */
    SOFTINT,
    /** A hard interrupt: {@code cpu_intr_p}. */
    INTERRUPT
  }

  private final Machine machine;
  private final List<String> trace = new ArrayList<>();
  private final Set<KMutex> held = new HashSet<>();
  private Context context = Context.THREAD;
  private Ipl level = Ipl.NONE;
  private boolean preemptionOff;
  private int lent;

  /** A kernel that runs on a machine. */
  public Kernel(Machine machine) {
    this.machine = machine;
  }

  /** The machine below. */
  public Machine machine() {
    return machine;
  }

  /** Calls so far, oldest first. */
  public List<String> trace() {
    return List.copyOf(trace);
  }

  /** Records a call of the kernel's interface. */
  public void call(String name) {
    trace.add(name);
  }

  /** Records a call that may sleep. */
  public void callThatSleeps(String name) {
    call(name);
    boolean may = context == Context.THREAD && level == Ipl.NONE && held.isEmpty();
    String where = name + " in " + context + " at IPL_" + level;
    Rule.NO_SLEEP.require(may, where + ", mutexes held: " + held.size());
  }

  /** Who runs. */
  public Context context() {
    return context;
  }

  /** The CPU's level. */
  public Ipl level() {
    return level;
  }

  /** {@code splnet}: raises the level to IPL_NET; returns what it was, for splx. */
  public Ipl splnet() {
    call("splnet");
    return raise(Ipl.NET);
  }

  /** {@code splx}: back to a level that splnet returned. */
  public void splx(Ipl before) {
    call("splx");
    level = before;
  }

  Ipl raise(Ipl to) {
    Ipl before = level;
    level = to.compareTo(level) > 0 ? to : level;
    return before;
  }

  void lower(Ipl to) {
    level = to;
  }

  /** Runs a handler; it must leave the level as it found it. */
  public void run(Context kind, Ipl at, Runnable handler) {
    Context contextBefore = context;
    Ipl levelBefore = level;
    context = kind;
    level = at;
    try {
      handler.run();
      Rule.SPL_RESTORED.require(level == at, "IPL_" + level + " after a " + kind);
    } finally {
      context = contextBefore;
      level = levelBefore;
    }
  }

  /** {@code kpreempt_disable} and {@code kpreempt_enable} around code. */
  public void withoutPreemption(Runnable code) {
    call("kpreempt_disable");
    boolean before = preemptionOff;
    preemptionOff = true;
    code.run();
    preemptionOff = before;
    call("kpreempt_enable");
  }

  /** {@code kpreempt_disabled}: handlers stay on their CPU anyway. */
  boolean isPreemptionOff() {
    return preemptionOff || context != Context.THREAD || level != Ipl.NONE;
  }

  Set<KMutex> held() {
    return held;
  }

  /** Counts what was lent to the driver, or with -1 what came back. */
  void lend(int count) {
    lent += count;
  }

  /** Maps, mutexes, handlers, queues that the driver has not given back. */
  public int lent() {
    return lent;
  }
}
