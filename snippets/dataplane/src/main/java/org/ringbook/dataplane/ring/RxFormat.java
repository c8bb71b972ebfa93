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

  /**
   * Reads bytes 8 to 15 of the descriptor, in one load, before anything else is read
   * (an acquire). The word holds DD together with what DD stands for; the methods
   * below take it apart.
   */
  long read(MemorySegment slots, long at);

  /** True once the device has written back; the rest of the word counts then. */
  boolean isDone(long word);

  /** True if the frame ends in this buffer. */
  boolean isLast(long word);

  /** Bytes that the device claims to have stored in this buffer, 0 to 65535. */
  int length(long word);

  /** True if the frame is worthless; valid with {@link #isLast}. */
  boolean isDamaged(long word);

  /** Status bits, in the places of this format. */
  int status(long word);

  /** Error bits, in the places of this format; valid with {@link #isLast}. */
  int errors(long word);

  /**
   * Tells the frame's first packet what the device found out; valid with {@link
   * #isLast}.
   *
   * @param slots memory of the ring, for what stands in the descriptor's other half
   * @param at byte offset of the frame's last descriptor in {@code slots}
   * @param word what {@link #read} gave of it
   * @param first packet of the frame
   */
  void describe(MemorySegment slots, long at, long word, Packet first);
}
