package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** From an IPv4 header to what its protocol field names. */
final class Ipv4Parser {
  private Ipv4Parser() {}

  static Verdict parse(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, Ipv4Header.BYTES)) {
      return into.shortage();
    }
    if (Ipv4Header.version(data, at) != 4) {
      return Verdict.BAD_IP_VERSION;
    }
    int header = Ipv4Header.headerLength(data, at);
    if (header < Ipv4Header.BYTES) {
      return Verdict.BAD_HEADER_LENGTH;
    }
    if (!into.has(at, header)) {
      return into.shortage();
    }
    return sized(data, at, into);
  }

  private static Verdict sized(MemorySegment data, long at, ParsedFrame into) {
    int header = Ipv4Header.headerLength(data, at);
    int total = Ipv4Header.totalLength(data, at);
    if (total < header) {
      return Verdict.LENGTH_MISMATCH;
    }
    into.endAt(at + total);
    into.ip(4, at, header);
    into.addresses(at + Ipv4Header.SOURCE, Ipv4Header.ADDRESS_BYTES);
    into.protocol = Ipv4Header.protocol(data, at);
    fragment(data, at, into);
    return TransportParser.parse(data, at + header, into);
  }

  private static void fragment(MemorySegment data, long at, ParsedFrame into) {
    int word = Ipv4Header.fragmentWord(data, at);
    into.dontFragment = (word & Ipv4Header.DONT_FRAGMENT) != 0;
    into.moreFragments = (word & Ipv4Header.MORE_FRAGMENTS) != 0;
    into.fragmentOffset = Ipv4Header.fragmentOffset(data, at);
  }
}
