package org.ringbook.adapters.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringbook.dataplane.port.Feature;

/**
 * An operating system with our driver attached to one card, seen from above: as its
 * network stack and its administrator use it. What one suite asks of all hosts is
 * here; how each kernel does it is that kernel's package.
 *
 * <p>A host moves when it is told to ({@link #run}), so a test decides what happened
 * before what. What the driver did wrong by its kernel's rules is thrown as {@link
 * RuleBroken}, out of the call in which it happened.
 */
public interface Host extends AutoCloseable {

  /** What became of a frame to send. */
  enum Sent {
    /** The driver has it, or the stack's queue before the driver. */
    TAKEN,
    /**
     * The driver pushed back; the frame is the stack's still, to try again later.
     */
    PUSHED_BACK,
    /** It was dropped, counted, and its buffers were freed. */
    DROPPED
  }

  /** The kernel's name as handbook tables write it, such as {@code FreeBSD}. */
  String os();

  /** What the driver offered to the stack when it attached. */
  Set<Feature> features();

  /** Sends a frame by the kernel's own transmit call. */
  Sent send(Outgoing frame);

  /**
   * Delivers interrupts that the card raised and runs what the kernel put off, until
   * all is quiet.
   *
   * @return interrupts delivered
   */
  int run();

  /** Takes the frames that reached the stack since the last call, in order. */
  List<Incoming> received();

  /** Whether the driver has told the stack to hold back. */
  boolean pushesBack();

  /** Lets the next {@code count} buffer allocations fail, 0 to stop that. */
  void failAllocations(int count);

  /** Lets the next {@code count} DMA mappings fail, 0 to stop that. */
  void failMappings(int count);

  /**
   * Changes the MTU by the kernel's own means.
   *
   * @param bytes 68 to 9000
   * @return false if the driver refused it
   */
  boolean mtu(int bytes);

  /** Sets the time between interrupts by the kernel's own means, in microseconds. */
  void moderate(int microseconds);

  /** Has the driver reset the card, as the kernel does when a queue is stuck. */
  void reset();

  /** Whether the stack believes that there is a link. */
  boolean linkUp();

  /** The driver's counters under the kernel's own names. */
  Map<String, Long> statistics();

  /**
   * Calls of the kernel's interface so far, oldest first: real names, no arguments.
   */
  List<String> trace();

  /** What is not given back now. */
  Leaks leaks();

  /** Detaches the driver, with whatever is in flight. */
  @Override
  void close();
}
