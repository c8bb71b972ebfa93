package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.packet.Packet;

/**
 * How an {@link RxRing} posts buffers, and what it reads from a write-back: the
 * descriptor format of one family of devices. It keeps nothing of its own.
 *
 * <p>Each buffer of a frame has a descriptor, with the length that was stored there.
 * What is said of the whole frame (errors, checksums, tag, hash) counts in its last
 * descriptor only, the one with EOP.
 */
public interface RxFormat {

  /**
   * Offers an empty buffer, whatever a write-back left in the descriptor; DD is
   * clear afterwards.
   *
   * @param slots memory of the ring
   * @param at byte offset of the descriptor in {@code slots}
   * @param busAddress of the buffer, even
   */
  void post(MemorySegment slots, long at, long busAddress);

  /** True once the device has written back; read the rest after it (an acquire). */
  boolean isDone(MemorySegment slots, long at);

  /** True if the frame ends in this buffer. */
  boolean isLast(MemorySegment slots, long at);

  /** Bytes that the device claims to have stored in this buffer, 0 to 65535. */
  int length(MemorySegment slots, long at);

  /** True if the frame is worthless; valid with {@link #isLast}. */
  boolean isDamaged(MemorySegment slots, long at);

  /** Status bits, in the places of this format. */
  int status(MemorySegment slots, long at);

  /** Error bits, in the places of this format; valid with {@link #isLast}. */
  int errors(MemorySegment slots, long at);

  /**
   * Tells the frame's first packet what the device found out; valid with {@link
   * #isLast}.
   */
  void describe(MemorySegment slots, long at, Packet first);
}
