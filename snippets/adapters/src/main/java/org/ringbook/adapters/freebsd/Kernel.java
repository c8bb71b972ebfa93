package org.ringbook.adapters.freebsd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ringbook.adapters.host.Machine;

/**
 * Where code runs, what it holds, and which calls it made. A FreeBSD driver runs in
 * four kinds of context; what it may call depends on that, on the mutexes it holds
 * and on whether it is in the network epoch (locking(9), epoch(9)).
 */
public final class Kernel {
  /** Kinds of context, from the one that may do all to the one that may do least. */
  public enum Context {
    /** A thread of a process or of the kernel: attach, detach, ioctl. May sleep. */
    THREAD,
    /** A task of a taskqueue(9): a kernel thread; may sleep, should not. */
    TASK,
    /** An interrupt thread: may block on a default mutex, must not sleep. */
    ITHREAD,
    /** An interrupt filter, in whatever thread was running: spin mutexes only. */
    FILTER
  }

  private final Machine machine;
  private final List<String> trace = new ArrayList<>();
  private final Deque<Mtx> held = new ArrayDeque<>();
  private Context context = Context.THREAD;
  private boolean inEpoch;
  private int cpu;
  private int lent;
  private int heldByLro;

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

  /** Records a call that a filter must not make. */
  public void callOutsideFilter(String name) {
    call(name);
    Rule.FILTER_DOES_LITTLE.require(context != Context.FILTER, name + " in a filter");
  }

  /** Records a call that may sleep. */
  public void callThatSleeps(String name) {
    callOutsideFilter(name);
    boolean may = context != Context.ITHREAD && held.isEmpty() && !inEpoch;
    Rule.NO_SLEEP.require(may, name + " " + where());
  }

  private String where() {
    return "in " + context + ", mutexes held: " + held.size() + ", epoch: " + inEpoch;
  }

  /** Where the running code runs. */
  public Context context() {
    return context;
  }

  /**
   * Runs code in a context.
   *
   * @param kind of context
   * @param epoch whether the network epoch was entered for it (NET_TASK_INIT, or a
   *     network interrupt's thread)
   */
  public void run(Context kind, boolean epoch, Runnable code) {
    Context before = context;
    boolean epochBefore = inEpoch;
    int heldBefore = held.size();
    context = kind;
    inEpoch = epoch;
    try {
      code.run();
      returned(kind, held.size() - heldBefore);
    } finally {
      context = before;
      inEpoch = epochBefore;
    }
  }

  private void returned(Context kind, int mutexes) {
    Rule.MUTEX_RELEASED.require(mutexes == 0, mutexes + " held by a " + kind);
    boolean receives = kind == Context.TASK || kind == Context.ITHREAD;
    Rule.LRO_FLUSHED.require(!receives || heldByLro == 0, heldByLro + " streams wait");
  }

  void lroHolds(int streams) {
    heldByLro += streams;
  }

  /** {@code NET_EPOCH_ENTER} and {@code NET_EPOCH_EXIT} around code. */
  public void inNetEpoch(Runnable code) {
    call("NET_EPOCH_ENTER");
    run(context, true, code);
    call("NET_EPOCH_EXIT");
  }

  /** Whether the running code is in the network epoch. */
  public boolean isInEpoch() {
    return inEpoch;
  }

  /** {@code curcpu}: the CPU that runs the code; a queue's thread is bound to one. */
  public int cpu() {
    return cpu;
  }

  /** Moves to a CPU, as a thread that is bound to one. */
  public void cpu(int id) {
    cpu = id;
  }

  Deque<Mtx> held() {
    return held;
  }

  /** Counts what was lent to the driver, or with -1 what came back. */
  public void lend(int count) {
    lent += count;
  }

  /** Tags, maps, mutexes, handlers, queues that the driver has not given back. */
  public int lent() {
    return lent;
  }
}
