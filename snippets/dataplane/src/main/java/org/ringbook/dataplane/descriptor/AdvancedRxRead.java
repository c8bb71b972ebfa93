package org.ringbook.dataplane.descriptor;

import static org.ringbook.dataplane.descriptor.LittleEndian.U64;
import static org.ringbook.dataplane.descriptor.LittleEndian.word;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * The advanced receive descriptor of the 82599, read format (82599 datasheet
 * 7.1.6.1): what the driver writes and the device reads.
 *
 * <pre>
 *     63                                                     1  0
 *    +-----------------------------------------------------------+
 *  0 |                   packet buffer address                   |
 *    +-------------------------------------------------------+---+
 *  8 |                 header buffer address                 | DD|
 *    +-------------------------------------------------------+---+
 * </pre>
 *
 * <p>The device answers in the same 16 bytes, in the form of {@link
 * AdvancedRxWriteBack}: both addresses are gone then. A driver keeps them, beside
 * the ring, or it has nothing to unmap. Bit 0 of the header address becomes DD, so
 * it must be 0 when the descriptor is handed over: header buffers have even
 * addresses.
 */
public final class AdvancedRxRead {
  /** Name of the format, for captions. */
  public static final String TITLE = "advanced receive descriptor, read";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U64.withName("packetBufferAddress"), U64.withName("headerBufferAddress"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("packet buffer address", 64)
          .driver("DD", 1)
          .driver("header buffer address", 63)
          .complete();

  private static final VarHandle PACKET = word(LAYOUT, "packetBufferAddress");
  private static final VarHandle HEADER = word(LAYOUT, "headerBufferAddress");

  private AdvancedRxRead() {}

  // tag::offer[]
  /**
   * Offers an empty buffer, and clears DD.
   *
   * @param slots memory of the ring
   * @param offset byte offset of the descriptor in {@code slots}
   * @param pkt bus address of the packet buffer
   * @param hdr bus address of the header buffer, even; 0 without header split
   * @throws IllegalArgumentException if the header address is odd
   */
  public static void write(MemorySegment slots, long offset, long pkt, long hdr) {
    if ((hdr & 1) != 0) {
      throw new IllegalArgumentException("bit 0 of the header address is DD");
    }
    PACKET.set(slots, offset, pkt);
    HEADER.set(slots, offset, hdr);
  }

  // end::offer[]

  /** Bus address of the packet buffer; meaningless after the write-back. */
  public static long packetAddress(MemorySegment slots, long offset) {
    return (long) PACKET.get(slots, offset);
  }

  /** Bus address of the header buffer; meaningless after the write-back. */
  public static long headerAddress(MemorySegment slots, long offset) {
    return (long) HEADER.get(slots, offset);
  }
}
