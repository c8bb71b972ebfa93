package org.ringbook.adapters.illumos;

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.OutOfDmaMemory;

/** Allocation of messages (allocb(9F), desballoc(9F), freemsg(9F)). */
public final class Streams {
  private final Kernel kernel;
  private final HostMemory memory;
  private int failures;
  private int live;
  private int loaned;

  /** Messages in a kernel's memory. */
  public Streams(Kernel kernel, HostMemory memory) {
    this.kernel = kernel;
    this.memory = memory;
  }

  /** allocb: a message with an empty window at its buffer's start; null if none. */
  public Mblk allocb(int bytes) {
    kernel.call("allocb");
    if (fails()) {
      return null;
    }
    try {
      MemorySegment buffer = memory.allocate(bytes, 64, "dblk");
      live++;
      return new Mblk(new Dblk(buffer, () -> freeBuffer(buffer)), 0, 0);
    } catch (OutOfDmaMemory e) {
      return null;
    }
  }

  private void freeBuffer(MemorySegment buffer) {
    memory.free(buffer);
    live--;
  }

  // tag::loan[]
  /**
   * desballoc: a message over the driver's own buffer, on loan to the stack.
   *
   * @param buffer not to be touched by the driver until it is given back
   * @param freeRoutine called when the last reference is gone, in any context; it must
   *     not sleep
   * @return null if there is no memory for the message; nothing is on loan then
   */
  public Mblk desballoc(MemorySegment buffer, Runnable freeRoutine) {
    kernel.call("desballoc");
    if (fails()) {
      return null;
    }
    loaned++;
    return new Mblk(new Dblk(buffer, () -> giveBack(freeRoutine)), 0, 0);
  }

  private void giveBack(Runnable freeRoutine) {
    loaned--;
    kernel.enter("frtn_t", Context.INTERRUPT, freeRoutine);
  }

  // end::loan[]

  private boolean fails() {
    if (failures == 0) {
      return false;
    }
    failures--;
    return true;
  }

  /** dupb: a second message on the same buffer. */
  public Mblk dupb(Mblk message) {
    kernel.call("dupb");
    return message.duplicate();
  }

  /** freeb: one piece. */
  public void freeb(Mblk piece) {
    kernel.call("freeb");
    piece.freeOnce();
  }

  /** freemsg: a frame with all its pieces. */
  public void freemsg(Mblk message) {
    kernel.call("freemsg");
    if (message.next() != null) {
      throw new RuleBroken(
          "freemsg frees one message; for those behind b_next there is freemsgchain",
          "freemsg(9F)",
          "b_next is set: the rest of the chain is lost");
    }
    Mblk following;
    for (Mblk at = message; at != null; at = following) {
      following = at.cont();
      at.freeOnce();
    }
  }

  /** freemsgchain: all frames of a chain. */
  public void freemsgchain(Mblk first) {
    kernel.call("freemsgchain");
    Mblk following;
    for (Mblk at = first; at != null; at = following) {
      following = at.next();
      at.next(null);
      freemsg(at);
    }
  }

  /** Buffers of allocb that are not freed. */
  public int allocated() {
    return live;
  }

  /** Buffers of desballoc that the stack has. */
  public int loaned() {
    return loaned;
  }

  /** Lets the next allocations fail. */
  void failNext(int count) {
    failures = count;
  }
}
