package org.ringbook.device;

/**
 * Where the headers of a received frame are: one VLAN tag, IPv4 or IPv6, TCP or UDP.
 * What does not parse, or is cut off, is not there.
 */
final class Headers {
  static final int NONE = -1;
  static final int TCP = 6;
  static final int UDP = 17;

  private static final int TYPE_IPV4 = 0x0800;
  private static final int TYPE_IPV6 = 0x86dd;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int DESTINATION_OPTIONS = 60;

  /** Control information of the tag, or {@link #NONE}. */
  int tag;

  /** Offset of the IP header, or {@link #NONE}. */
  int ip;

  boolean ipv6;

  /** Offset of the first byte after the IP header and its extensions. */
  int transport;

  /** Bytes from there to the end of the IP packet. */
  int transportLength;

  /** Whether the IP header has options or extensions. */
  boolean extended;

  boolean fragment;
  private int protocol;

  /** Finds the headers; a tag is one whose EtherType is {@code tagType}. */
  void parse(Frame frame, int tagType) {
    tag = NONE;
    ip = NONE;
    protocol = NONE;
    fragment = false;
    extended = false;
    int at = Frame.TYPE;
    if (at + 2 + Frame.TAG_BYTES <= frame.length && frame.u16(at) == tagType) {
      tag = frame.u16(at + 2);
      at += Frame.TAG_BYTES;
    }
    if (at + 2 <= frame.length) {
      network(frame, frame.u16(at), at + 2);
    }
  }

  private void network(Frame frame, int type, int at) {
    if (type == TYPE_IPV4 && at + IPV4_HEADER <= frame.length) {
      ipv4(frame, at);
    } else if (type == TYPE_IPV6 && at + IPV6_HEADER <= frame.length) {
      ipv6(frame, at);
    }
  }

  private void ipv4(Frame frame, int at) {
    int header = (frame.bytes[at] & 0x0f) * 4;
    int total = frame.u16(at + 2);
    boolean whole = header >= IPV4_HEADER && header <= total;
    if (frame.bytes[at] >>> 4 != 4 || !whole || at + total > frame.length) {
      return;
    }
    ip = at;
    ipv6 = false;
    extended = header > IPV4_HEADER;
    fragment = (frame.u16(at + 6) & 0x3fff) != 0;
    transport(at + header, total - header, frame.bytes[at + 9] & 0xff);
  }

  private void ipv6(Frame frame, int at) {
    int end = at + IPV6_HEADER + frame.u16(at + 4);
    if (frame.bytes[at] >>> 4 != 6 || end > frame.length) {
      return;
    }
    ip = at;
    ipv6 = true;
    int next = frame.bytes[at + 6] & 0xff;
    int here = at + IPV6_HEADER;
    while (isExtension(next) && here + 8 <= end) {
      extended = true;
      fragment |= next == FRAGMENT;
      int bytes = next == FRAGMENT ? 8 : 8 + 8 * (frame.bytes[here + 1] & 0xff);
      next = frame.bytes[here] & 0xff;
      here += bytes;
    }
    transport(here, end - here, next);
  }

  private static boolean isExtension(int next) {
    return switch (next) {
      case HOP_BY_HOP, ROUTING, FRAGMENT, DESTINATION_OPTIONS -> true;
      default -> false;
    };
  }

  private void transport(int at, int length, int number) {
    transport = at;
    transportLength = length;
    int least = number == TCP ? 20 : 8;
    protocol = length >= least ? number : NONE;
  }

  boolean isIpv4() {
    return ip != NONE && !ipv6;
  }

  /** Whether there is a whole TCP header, and not a fragment's. */
  boolean isTcp() {
    return protocol == TCP && !fragment;
  }

  /** Whether there is a whole UDP header, and not a fragment's. */
  boolean isUdp() {
    return protocol == UDP && !fragment;
  }
}
