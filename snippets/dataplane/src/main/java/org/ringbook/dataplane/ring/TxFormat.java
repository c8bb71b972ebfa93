package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.packet.Packet;

/**
 * How the frames of a {@link TxRing} are written down: the descriptor format of one
 * family of devices, and which of {@link org.ringbook.dataplane.packet.TxOffload} it
 * can express.
 *
 * <p>A frame takes one descriptor for each packet of its chain, and one before them
 * if the device must first be told a new context: where headers end, which tag to
 * insert, how long segments are. A context stays in force on the device, so a format
 * remembers the one it wrote last and belongs to one ring alone.
 */
public interface TxFormat {

  /** Most bytes that one descriptor can name. */
  int longestSegment();

  /**
   * Most packets of one frame.
   *
   * @param usable descriptors that the ring can have in flight, at least 7; where
   *     the format has contexts, one of them may be needed for that
   */
  int longestChain(int usable);

  /**
   * Refuses what this format can't express. Nothing was written yet.
   *
   * @param frame first packet of the chain; its offload counts
   * @throws IllegalArgumentException if the device has no such offload, or a number
   *     does not fit into its field
   */
  void check(Packet frame);

  /** Whether the frame needs a context that the device was not told last. */
  boolean needsContext(Packet frame);

  /**
   * Writes a frame's context descriptor, and remembers it.
   *
   * @param slots memory of the ring
   * @param at byte offset of the descriptor in {@code slots}
   * @param frame first packet of the chain
   */
  void writeContext(MemorySegment slots, long at, Packet frame);

  /**
   * Writes the data descriptor of one packet, with DD clear. The last one of a chain
   * ends the frame, and alone asks for a report.
   *
   * @param slots memory of the ring
   * @param at byte offset of the descriptor in {@code slots}
   * @param frame first packet of the chain
   * @param part the packet to describe, {@code frame} or one after it
   */
  void writeData(MemorySegment slots, long at, Packet frame, Packet part);

  /**
   * True once the device is done with a descriptor that asked for a report; reads
   * after it see what the device did before (an acquire).
   */
  boolean isDone(MemorySegment slots, long at);

  /** Forgets the context: the device was reset. */
  void reset();
}
