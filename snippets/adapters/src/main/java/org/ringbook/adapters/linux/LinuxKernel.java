package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.PROCESS;
import static org.ringbook.adapters.linux.LinuxRule.NO_GFP_KERNEL_IN_ATOMIC;
import static org.ringbook.adapters.linux.LinuxRule.NO_SLEEP_IN_ATOMIC;
import static org.ringbook.adapters.linux.LinuxRule.RTNL_IS_NOT_RECURSIVE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.dma.OutOfDmaMemory;

/**
 * One running kernel: in what context it is, what it lent, and what was called. The
 * objects of the other classes belong to one kernel each.
 */
public final class LinuxKernel {
  private final Machine machine;
  private final List<String> trace = new ArrayList<>();
  private final DmaApi dma;
  private final SkBuffs skbs;
  private final Softirq softirq;
  private final WorkQueue work;
  private ExecutionContext context = PROCESS;
  private boolean rtnl;
  private int failures;
  private int lent;

  /** Boots a kernel on a machine. */
  public LinuxKernel(Machine machine) {
    this.machine = machine;
    this.dma = new DmaApi(this, machine.iommu());
    this.skbs = new SkBuffs(this);
    this.softirq = new Softirq(this);
    this.work = new WorkQueue(this);
  }

  /** The DMA mapping calls. */
  public DmaApi dma() {
    return dma;
  }

  /** The calls that allocate and free packet buffers. */
  public SkBuffs skbs() {
    return skbs;
  }

  /** What interrupts put off, in softirq context. */
  public Softirq softirq() {
    return softirq;
  }

  /** What is put off to process context. */
  public WorkQueue work() {
    return work;
  }

  /** In what context the kernel is. */
  public ExecutionContext context() {
    return context;
  }

  /** Runs something in a context. */
  public void in(ExecutionContext wanted, Runnable task) {
    ExecutionContext before = context;
    context = wanted;
    try {
      task.run();
    } finally {
      context = before;
    }
  }

  /** Notes a call by its kernel name. */
  void call(String name) {
    trace.add(name);
  }

  /** Notes a call that may sleep. */
  void sleeping(String name) {
    call(name);
    NO_SLEEP_IN_ATOMIC.require(context == PROCESS, name + " in " + context);
  }

  /** {@code rtnl_lock}: the lock of all that configures network devices. */
  public void rtnlLock() {
    sleeping("rtnl_lock");
    RTNL_IS_NOT_RECURSIVE.require(!rtnl, "rtnl_lock under rtnl_lock");
    rtnl = true;
  }

  /** {@code rtnl_unlock}. */
  public void rtnlUnlock() {
    call("rtnl_unlock");
    rtnl = false;
  }

  /** Whether RTNL is held. */
  boolean rtnlIsLocked() {
    return rtnl;
  }

  /** Memory, or null if there is none; checks that the context may ask so. */
  MemorySegment memory(String call, int bytes, Gfp gfp) {
    NO_GFP_KERNEL_IN_ATOMIC.require(
        gfp == Gfp.GFP_ATOMIC || context == PROCESS, call + " in " + context);
    if (allocationFails()) {
      return null;
    }
    try {
      return machine.memory().allocate(bytes, 64, call);
    } catch (OutOfDmaMemory none) {
      return null;
    }
  }

  /** Whether this allocation is one of those that are to fail. */
  boolean allocationFails() {
    boolean fails = failures > 0;
    failures -= fails ? 1 : 0;
    return fails;
  }

  void free(MemorySegment buffer) {
    machine.memory().free(buffer);
  }

  /** Lets the next allocations fail, as fault injection does (failslab). */
  public void failAllocations(int count) {
    failures = count;
  }

  /** Notes that something was lent (1) or given back (-1). */
  void lend(int count) {
    lent += count;
  }

  /** Vectors, IRQs, devices, NAPI instances and coherent regions that are lent. */
  public int lent() {
    return lent;
  }

  /** All calls so far, oldest first. */
  public List<String> trace() {
    return List.copyOf(trace);
  }
}
