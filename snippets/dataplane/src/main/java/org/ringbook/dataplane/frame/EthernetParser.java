package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** From the first byte of a frame to what its EtherType names. */
final class EthernetParser {
  private EthernetParser() {}

  static Verdict parse(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, EthernetHeader.BYTES)) {
      return into.shortage();
    }
    into.payloadFrom(at + EthernetHeader.BYTES);
    int type = EthernetHeader.typeOrLength(data, at);
    return typed(data, type, at + EthernetHeader.BYTES, into);
  }

  // tag::tags[]
  /** What follows a type: a tag starts with its own, two bytes before. */
  private static Verdict typed(MemorySegment data, int first, long after, ParsedFrame into) {
    int type = first;
    long at = after;
    while (VlanTagHeader.isTag(type)) {
      if (into.tags == FrameParser.MAX_TAGS) {
        return Verdict.TOO_MANY_TAGS;
      }
      if (!into.has(at, VlanTagHeader.BYTES)) {
        return into.shortage();
      }
      tag(data, at - 2, into);
      type = VlanTagHeader.tpid(data, at + 2);
      at += VlanTagHeader.BYTES;
    }
    into.payloadFrom(at);
    return typeOrLength(data, type, at, into);
  }

  private static void tag(MemorySegment data, long at, ParsedFrame into) {
    into.tpid[into.tags] = VlanTagHeader.tpid(data, at);
    into.tci[into.tags] = VlanTagHeader.tci(data, at);
    into.tags++;
  }

  // end::tags[]

  private static Verdict typeOrLength(MemorySegment data, int type, long at, ParsedFrame into) {
    if (type >= EthernetHeader.MIN_ETHERTYPE) {
      return network(data, type, at, into);
    }
    if (type > EthernetHeader.MAX_LENGTH) {
      return Verdict.LENGTH_MISMATCH;
    }
    into.endAt(at + type);
    into.payloadFrom(at);
    return llc(data, at, into);
  }

  private static Verdict llc(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, LlcHeader.BYTES)) {
      return into.shortage();
    }
    if (!LlcHeader.isSnap(data, at)) {
      return into.sound();
    }
    if (!into.has(at, LlcHeader.SNAP_BYTES)) {
      return into.shortage();
    }
    return snap(data, at, into);
  }

  private static Verdict snap(MemorySegment data, long at, ParsedFrame into) {
    if (LlcHeader.organization(data, at) != 0) {
      return into.sound();
    }
    into.payloadFrom(at + LlcHeader.SNAP_BYTES);
    return network(data, LlcHeader.type(data, at), into.payload, into);
  }

  private static Verdict network(MemorySegment data, int type, long at, ParsedFrame into) {
    into.etherType = type;
    return switch (type) {
      case EthernetHeader.IPV4 -> Ipv4Parser.parse(data, at, into);
      case EthernetHeader.IPV6 -> Ipv6Parser.parse(data, at, into);
      case EthernetHeader.ARP -> arp(data, at, into);
      default -> into.sound();
    };
  }

  private static Verdict arp(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, ArpHeader.FIXED_BYTES)) {
      return into.shortage();
    }
    int bytes = ArpHeader.length(data, at);
    if (ArpHeader.isForIpv4(data, at) && !hasIpv4Lengths(data, at)) {
      return Verdict.BAD_HEADER_LENGTH;
    }
    if (!into.has(at, bytes)) {
      return into.shortage();
    }
    into.endAt(at + bytes);
    into.arp(at, bytes);
    return into.sound();
  }

  private static boolean hasIpv4Lengths(MemorySegment data, long at) {
    return ArpHeader.hardwareLength(data, at) == EthernetHeader.ADDRESS_BYTES
        && ArpHeader.protocolLength(data, at) == Ipv4Header.ADDRESS_BYTES;
  }
}
