package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** From an IPv6 header along its extensions to the transport. */
final class Ipv6Parser {
  private Ipv6Parser() {}

  static Verdict parse(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, Ipv6Header.BYTES)) {
      return into.shortage();
    }
    if (Ipv6Header.version(data, at) != 6) {
      return Verdict.BAD_IP_VERSION;
    }
    into.endAt(at + Ipv6Header.BYTES + Ipv6Header.payloadLength(data, at));
    into.ip(6, at, Ipv6Header.BYTES);
    into.addresses(at + Ipv6Header.SOURCE, Ipv6Header.ADDRESS_BYTES);
    into.protocol = Ipv6Header.nextHeader(data, at);
    return extensions(data, into);
  }

  private static Verdict extensions(MemorySegment data, ParsedFrame into) {
    while (Ipv6Extension.isExtension(into.protocol) && !isLater(into)) {
      if (into.extensions == FrameParser.MAX_EXTENSIONS) {
        return Verdict.TOO_MANY_EXTENSIONS;
      }
      Verdict one = extension(data, into.payload, into);
      if (one != Verdict.OK) {
        return one;
      }
    }
    return TransportParser.parse(data, into.payload, into);
  }

  /** Behind the header of a later fragment there is data, and no other header. */
  private static boolean isLater(ParsedFrame into) {
    return into.fragmentOffset > 0;
  }

  private static Verdict extension(MemorySegment data, long at, ParsedFrame into) {
    int type = into.protocol;
    if (type == IpProtocol.HOP_BY_HOP && into.extensions > 0) {
      return Verdict.BAD_EXTENSION_ORDER;
    }
    if (!into.has(at, Ipv6Extension.MIN_BYTES)) {
      return into.shortage();
    }
    int bytes = Ipv6Extension.length(data, at, type);
    if (bytes < least(type)) {
      return Verdict.BAD_HEADER_LENGTH;
    }
    if (!into.has(at, bytes)) {
      return into.shortage();
    }
    pass(data, bytes, into);
    return Verdict.OK;
  }

  private static int least(int type) {
    return type == IpProtocol.AUTHENTICATION
        ? Ipv6Extension.MIN_AUTHENTICATION
        : Ipv6Extension.MIN_BYTES;
  }

  private static void pass(MemorySegment data, int bytes, ParsedFrame into) {
    long at = into.payload;
    switch (into.protocol) {
      case IpProtocol.ROUTING -> into.routing = true;
      case IpProtocol.FRAGMENT -> fragment(data, at, into);
      default -> {}
    }
    into.protocol = Ipv6Extension.nextHeader(data, at);
    into.extension(bytes);
  }

  /** A second fragment header cannot make a fragment whole again. */
  private static void fragment(MemorySegment data, long at, ParsedFrame into) {
    into.moreFragments |= Ipv6Extension.moreFragments(data, at);
    into.fragmentOffset = Ipv6Extension.fragmentOffset(data, at);
  }
}
