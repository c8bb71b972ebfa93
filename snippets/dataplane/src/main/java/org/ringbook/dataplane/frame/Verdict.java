package org.ringbook.dataplane.frame;

/**
 * How far the {@link FrameParser} got, and why not farther. Whatever the verdict,
 * all that {@link ParsedFrame} holds by then is true of the frame.
 */
public enum Verdict {
  /** Parsed as far as the headers are known; the rest is payload. */
  OK,
  /**
   * A fragment of an IP datagram: all is parsed, but no device can compute the
   * transport's checksum from it. Only the first one has a transport header.
   */
  FRAGMENT,
  /**
   * The frame ends before a header does, or before a length that a header states.
   * The headers may be whole all the same: of a chain, the first packet often holds
   * just those.
   */
  TRUNCATED,
  /** The EtherType says IPv4 or IPv6, the version in the header something else. */
  BAD_IP_VERSION,
  /** A header states a length that is less than its least. */
  BAD_HEADER_LENGTH,
  /** Two lengths contradict each other: the inner one does not fit in the outer. */
  LENGTH_MISMATCH,
  /** More than two VLAN tags. */
  TOO_MANY_TAGS,
  /** More IPv6 extension headers than {@link FrameParser#MAX_EXTENSIONS}. */
  TOO_MANY_EXTENSIONS,
  /** Hop-by-hop options not right after the IPv6 header (RFC 8200 section 4.1). */
  BAD_EXTENSION_ORDER
}
