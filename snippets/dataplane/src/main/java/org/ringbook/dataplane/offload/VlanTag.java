package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.EthernetHeader.ADDRESS_BYTES;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.VlanTagHeader;

/**
 * Puts an 802.1Q or 802.1ad tag into a frame and takes it out, as a card does that
 * has the tag in its descriptor (8254x SDM 9: VLE and the special field; 82599
 * datasheet 7.2.3.2.4). The parts of the tag are those of {@link VlanTagHeader}.
 *
 * <p>The tag stands behind the two addresses, 12 bytes into the frame. So a frame
 * with four bytes of headroom is tagged by moving 12 bytes, and one without by
 * copying it all. A second tag goes in front of the first.
 */
public final class VlanTag {
  private static final int ADDRESSES = 2 * ADDRESS_BYTES;

  private VlanTag() {}

  /**
   * Tags a frame in place; it grows by four bytes at its front.
   *
   * @param offset of the frame, at least 4: the headroom
   * @param tpid {@link VlanTagHeader#CUSTOMER} or {@link VlanTagHeader#SERVICE}
   * @param tci control information, 0 to 65535
   * @return the offset of the longer frame
   */
  public static long insert(MemorySegment data, long offset, int tpid, int tci) {
    long start = offset - VlanTagHeader.BYTES;
    MemorySegment.copy(data, offset, data, start, ADDRESSES);
    VlanTagHeader.write(data, start + ADDRESSES, tpid, tci);
    return start;
  }

  /**
   * Takes the outer tag out in place; read it before.
   *
   * @param offset of a frame that is tagged
   * @return the offset of the frame, which is four bytes shorter now
   * @throws IllegalArgumentException if the frame is not tagged
   */
  public static long strip(MemorySegment data, long offset) {
    requireTag(data, offset);
    long start = offset + VlanTagHeader.BYTES;
    MemorySegment.copy(data, offset, data, start, ADDRESSES);
    return start;
  }

  /** Whether a frame has a tag; it must have 14 bytes. */
  public static boolean isTagged(MemorySegment data, long offset) {
    return VlanTagHeader.isTag(VlanTagHeader.tpid(data, offset + ADDRESSES));
  }

  /** Control information of the outer tag of a frame that is tagged. */
  public static int tci(MemorySegment data, long offset) {
    return VlanTagHeader.tci(data, offset + ADDRESSES);
  }

  /**
   * Copies a frame to {@code toOffset} of {@code to} and tags the copy.
   *
   * @param length bytes of the frame, at least 12
   * @return bytes of the copy: four more
   */
  public static int copyTagged(
      MemorySegment from,
      long offset,
      int length,
      MemorySegment to,
      long toOffset,
      int tpid,
      int tci) {
    int tail = length - ADDRESSES;
    long behind = toOffset + ADDRESSES + VlanTagHeader.BYTES;
    MemorySegment.copy(from, offset, to, toOffset, ADDRESSES);
    VlanTagHeader.write(to, toOffset + ADDRESSES, tpid, tci);
    MemorySegment.copy(from, offset + ADDRESSES, to, behind, tail);
    return length + VlanTagHeader.BYTES;
  }

  /**
   * Copies a tagged frame to {@code toOffset} of {@code to} without its outer tag.
   *
   * @param length bytes of the frame, at least 16
   * @return bytes of the copy: four fewer
   * @throws IllegalArgumentException if the frame is not tagged
   */
  public static int copyStripped(
      MemorySegment from, long offset, int length, MemorySegment to, long toOffset) {
    requireTag(from, offset);
    int tail = length - ADDRESSES - VlanTagHeader.BYTES;
    long behind = offset + ADDRESSES + VlanTagHeader.BYTES;
    MemorySegment.copy(from, offset, to, toOffset, ADDRESSES);
    MemorySegment.copy(from, behind, to, toOffset + ADDRESSES, tail);
    return length - VlanTagHeader.BYTES;
  }

  private static void requireTag(MemorySegment data, long offset) {
    if (!isTagged(data, offset)) {
      throw new IllegalArgumentException("the frame has no VLAN tag");
    }
  }
}
