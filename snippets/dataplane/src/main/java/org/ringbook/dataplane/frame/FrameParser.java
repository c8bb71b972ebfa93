package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Finds the headers of a frame: Ethernet with VLAN tags or LLC, ARP, IPv4 and IPv6
 * with extensions, TCP, UDP, VXLAN and the frame in it.
 *
 * <p>The bytes come from the network, so none of them is believed before it is
 * checked, and none is read before there is one: the parser never reads outside of
 * the range it is given, throws nothing whatever the bytes are, and looks at a
 * bounded number of headers. It does not look at checksums. It allocates nothing and
 * keeps no state, so threads may share it; each needs its own {@link ParsedFrame}.
 *
 * <p>Jumbograms (RFC 2675) are refused as {@link Verdict#LENGTH_MISMATCH}: their
 * payload length of 0 leaves no room for the option that states the length. So are
 * headers whose lengths a driver has already cleared for segmentation: parse first.
 */
public final class FrameParser {
  /** Most VLAN tags of a frame: a provider's and a customer's. */
  public static final int MAX_TAGS = 2;

  /** Most extension headers between the IPv6 header and the transport. */
  public static final int MAX_EXTENSIONS = 8;

  private FrameParser() {}

  /**
   * Parses a frame.
   *
   * @param segment memory that holds the frame
   * @param offset of the destination address's first byte, in bytes
   * @param frameLength bytes of the frame, without frame check sequence; 0 and more
   * @param into where the findings go; what it held before is forgotten
   * @return the same as {@link ParsedFrame#verdict()}
   * @throws IndexOutOfBoundsException if the range is not within {@code segment};
   *     this depends on the arguments only, never on bytes
   */
  public static Verdict parse(
      MemorySegment segment, long offset, int frameLength, ParsedFrame into) {
    Objects.checkFromIndexSize(offset, frameLength, segment.byteSize());
    into.begin(offset, offset + frameLength);
    return into.conclude(EthernetParser.parse(segment, offset, into));
  }
}
