package org.ringbook.adapters.freebsd;

import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_DATA_VALID;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP_CHECKED;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP_VALID;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_PSEUDO_HDR;

import org.ringbook.dataplane.packet.RxMetadata;

/** From what the device found out to {@code m_pkthdr} (mbuf(9)). */
public final class RxHeaders {
  /** The sum of a good segment and its pseudo header. */
  private static final int ALL_ONES = 0xffff;

  /**
   * {@code M_HASHTYPE_RSS_*} (sys/mbuf.h), by the 82599's numbers from 0: none,
   * TCP/IPv4, IPv4, TCP/IPv6, IPv6 extended, IPv6, TCP/IPv6 extended, UDP/IPv4,
   * UDP/IPv6, UDP/IPv6 extended.
   */
  private static final int[] HASH_TYPES = {
    0, 0x82, 0x81, 0x84, 0x85, 0x83, 0x86, 0x87, 0x89, 0x8a
  };

  private RxHeaders() {}

  /** Fills in all but length and interface. */
  public static void fill(PacketHeader header, RxMetadata found) {
    if (found.vlan() != RxMetadata.NO_VLAN) {
      header.vlanTag(found.vlan());
    }
    if (found.hashType() > 0 && found.hashType() < HASH_TYPES.length) {
      header.flow(found.hash(), HASH_TYPES[found.hashType()]);
    }
    int ip = CSUM_IP_CHECKED | CSUM_IP_VALID;
    switch (found.checksum()) {
      case ALL_GOOD -> header.checksum(ip | CSUM_DATA_VALID | CSUM_PSEUDO_HDR, ALL_ONES);
      case IP_GOOD -> header.checksum(ip, 0);
      case BAD, NOT_CHECKED -> header.checksum(0, 0);
    }
  }
}
