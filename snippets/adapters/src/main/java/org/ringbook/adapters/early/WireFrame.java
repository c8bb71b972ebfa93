package org.ringbook.adapters.early;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.EthernetHeader;
import org.ringbook.dataplane.frame.NetworkOrder;
import org.ringbook.dataplane.frame.VlanTagHeader;

/**
 * A frame as it was on the wire, put together from what a kernel has left of it:
 * pieces, and a tag beside them. Made once for each CPU, filled again for each
 * frame; no allocation.
 */
public final class WireFrame {
  private static final int ADDRESSES = 2 * EthernetHeader.ADDRESS_BYTES;

  private final MemorySegment bytes;
  private long length;
  private boolean tagged;

  /** Holds frames of up to so many bytes, with their tag. */
  public WireFrame(int most) {
    bytes = Arena.ofAuto().allocate(most);
  }

  /** Forgets the last frame. */
  public void begin() {
    length = 0;
    tagged = false;
  }

  // tag::whole[]
  /** Adds the next piece of the frame; one that is empty adds nothing. */
  public void add(MemorySegment piece) {
    MemorySegment.copy(piece, 0, bytes, length, piece.byteSize());
    length += piece.byteSize();
  }

  /** Puts a tag back that the device took out: IEEE 802.1Q, the customer's. */
  public void insertTag(int control) {
    long rest = length - ADDRESSES;
    long behind = ADDRESSES + VlanTagHeader.BYTES;
    MemorySegment.copy(bytes, ADDRESSES, bytes, behind, rest);
    NetworkOrder.put16(bytes, ADDRESSES, VlanTagHeader.CUSTOMER);
    NetworkOrder.put16(bytes, ADDRESSES + 2, control);
    length += VlanTagHeader.BYTES;
    tagged = true;
  }

  // end::whole[]

  /** The whole frame, as the wire had it. */
  public MemorySegment whole() {
    return bytes.asSlice(0, length);
  }

  /** Gives the frame back to its pieces, in order, without the tag again. */
  public void beginCopyBack() {
    if (tagged) {
      long behind = ADDRESSES + VlanTagHeader.BYTES;
      MemorySegment.copy(bytes, behind, bytes, ADDRESSES, length - behind);
    }
    length = 0;
  }

  /** Fills the next piece with what came from it. */
  public void copyBack(MemorySegment piece) {
    MemorySegment.copy(bytes, length, piece, 0, piece.byteSize());
    length += piece.byteSize();
  }
}
