package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.util.HexFormat;

/** Addresses as people write them. */
final class Addresses {
  private Addresses() {}

  /** The 48 bits of an address like 02:00:00:00:00:01. */
  static long mac(String text) {
    byte[] bytes = HexFormat.ofDelimiter(":").parseHex(text);
    if (bytes.length != EthernetHeader.ADDRESS_BYTES) {
      throw new IllegalArgumentException("not an Ethernet address: " + text);
    }
    return NetworkOrder.u48(MemorySegment.ofArray(bytes), 0);
  }

  /** The 4 or 16 bytes of an IP address; never asks a name server. */
  static byte[] ip(String text, int bytes) {
    byte[] address = InetAddress.ofLiteral(text).getAddress();
    if (address.length != bytes) {
      throw new IllegalArgumentException("not of " + bytes + " bytes: " + text);
    }
    return address;
  }

  /** The 32 bits of an IPv4 address. */
  static int ipv4(String text) {
    byte[] address = ip(text, Ipv4Header.ADDRESS_BYTES);
    return NetworkOrder.u32(MemorySegment.ofArray(address), 0);
  }
}
