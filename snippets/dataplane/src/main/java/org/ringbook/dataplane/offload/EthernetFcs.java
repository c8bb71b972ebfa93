package org.ringbook.dataplane.offload;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout.OfInt;

/**
 * The frame check sequence that ends each Ethernet frame: CRC-32 over everything
 * from the destination address to the last byte of padding (IEEE 802.3, 3.2.9).
 *
 * <p>Ethernet sends each byte least significant bit first, and the check sequence
 * most significant coefficient first. Held reflected, as here, that comes to: least
 * significant byte first. A card inserts it (IFCS in the transmit command) and
 * strips it (RCTL.SECRC with the 8254x); a frame with a wrong one never reaches the
 * driver.
 */
public final class EthernetFcs {
  /** Bytes of the check sequence. */
  public static final int BYTES = 4;

  /**
   * The check value of any frame together with its own check sequence: constant, so
   * that a receiver need not know where the frame ends before it has ended.
   */
  public static final int RESIDUE = 0x2144df1c;

  private static final OfInt WIRE = JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ReflectedCrc CRC = new ReflectedCrc(0xedb88320);

  private EthernetFcs() {}

  /** The check value of a range. */
  public static int of(MemorySegment data, long offset, long length) {
    return extend(0, data, offset, length);
  }

  /** The check value of what {@code fcs} covers, followed by a range. */
  public static int extend(int fcs, MemorySegment data, long offset, long length) {
    return ~CRC.update(~fcs, data, offset, length);
  }

  /** Writes the check sequence of a frame right behind it. */
  public static void append(MemorySegment data, long offset, long length) {
    data.set(WIRE, offset + length, of(data, offset, length));
  }

  /**
   * Whether a frame whose last four bytes are its check sequence arrived as sent.
   *
   * @param length bytes with the check sequence, 4 or more
   */
  public static boolean verify(MemorySegment data, long offset, long length) {
    return length >= BYTES && of(data, offset, length) == RESIDUE;
  }
}
