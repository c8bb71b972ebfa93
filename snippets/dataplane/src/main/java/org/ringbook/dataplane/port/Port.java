package org.ringbook.dataplane.port;

import java.util.Set;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * A port as adapters see it, whatever device is behind: queues, interrupts, life
 * cycle. An adapter brings buffers and contexts; the port knows registers and
 * descriptors.
 *
 * <p>Vector {@code q} speaks for queue {@code q} in both directions; the vector
 * after the last queue is the one of everything else, such as the link. A device
 * with one line reports all on vector 0. One thread at a time for each queue; the
 * rest is the configuring thread's, and {@link #stop} needs every queue's thread to
 * be away.
 */
public interface Port extends AutoCloseable {
  /** What the device has, used or not. */
  Set<Feature> features();

  /** How the port was brought up. */
  PortSettings settings();

  /** Most pairs of rings that the device has. */
  int maxQueues();

  /** Vectors in use: queues and one more, or 1 with a line. */
  int vectors();

  /** A transmit ring, 0 to {@code settings().queues() - 1}. */
  TxRing tx(int queue);

  /** A receive ring, 0 to {@code settings().queues() - 1}. */
  RxRing rx(int queue);

  /**
   * Reads why a vector interrupts, and forgets it.
   *
   * @return causes, {@link #RX}, {@link #TX}, {@link #LINK}, {@link #OVERRUN}; 0 if
   *     the interrupt was not this device's (a shared line)
   */
  int causes(int vector);

  /** Cause: frames were received. */
  int RX = 1;

  /** Cause: frames were sent. */
  int TX = 2;

  /** Cause: the link came or went. */
  int LINK = 4;

  /** Cause: frames were lost, as no buffer was posted. */
  int OVERRUN = 8;

  /** Lets a vector interrupt. A cause that is waiting interrupts at once. */
  void unmask(int vector);

  /** Keeps a vector from interrupting; causes are still recorded. */
  void mask(int vector);

  /**
   * Sets the least time between two interrupts of a vector.
   *
   * @param nanoseconds 0: none; otherwise rounded to what the device can do
   */
  void moderate(int vector, int nanoseconds);

  /** Whether the device reports a link. */
  boolean linkUp();

  /**
   * Stops both directions and resets the device; every packet comes back: those to
   * send to the sink, those posted are given back to their source.
   *
   * @throws IllegalStateException if the device does not come out of reset; it keeps
   *     the packets then, as it may still write to them
   */
  void stop(TxRing.Completion sink);

  /** Starts again after {@link #stop}, with other settings but as many queues. */
  void start(PortSettings settings);

  /** Stops, and gives all packets back. */
  @Override
  void close();
}
