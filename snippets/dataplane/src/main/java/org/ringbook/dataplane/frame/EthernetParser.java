package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** From the first byte of a frame to what its EtherType names. */
final class EthernetParser {
  private static final int TYPE_BYTES = 2;

  private EthernetParser() {}

  static Verdict parse(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, EthernetHeader.BYTES)) {
      return into.shortage();
    }
    into.payloadFrom(at + EthernetHeader.BYTES);
    return typed(data, at + EthernetHeader.TYPE, into);
  }

  /** From a field that holds a type: if it is a tag's, the next comes 4 bytes on. */
  private static Verdict typed(MemorySegment data, long first, ParsedFrame into) {
    long at = first;
    while (VlanTagHeader.isTag(VlanTagHeader.tpid(data, at))) {
      if (into.tags == FrameParser.MAX_TAGS) {
        return Verdict.TOO_MANY_TAGS;
      }
      if (!into.has(at + TYPE_BYTES, VlanTagHeader.BYTES)) {
        return into.shortage();
      }
      tag(data, at, into);
      at += VlanTagHeader.BYTES;
    }
    return afterTags(data, at, into);
  }

  private static void tag(MemorySegment data, long at, ParsedFrame into) {
    into.tpid[into.tags] = VlanTagHeader.tpid(data, at);
    into.tci[into.tags] = VlanTagHeader.tci(data, at);
    into.tags++;
    into.payloadFrom(at + TYPE_BYTES + VlanTagHeader.BYTES);
  }

  private static Verdict afterTags(MemorySegment data, long at, ParsedFrame into) {
    int value = NetworkOrder.u16(data, at);
    if (value >= EthernetHeader.MIN_ETHERTYPE) {
      return network(data, at, into);
    }
    if (value > EthernetHeader.MAX_LENGTH) {
      return Verdict.LENGTH_MISMATCH;
    }
    into.endAt(into.payload + value);
    into.payloadFrom(into.payload);
    return llc(data, into.payload, into);
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
    return network(data, at + LlcHeader.TYPE, into);
  }

  private static Verdict network(MemorySegment data, long type, ParsedFrame into) {
    long at = type + TYPE_BYTES;
    into.etherType = NetworkOrder.u16(data, type);
    return switch (into.etherType) {
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
