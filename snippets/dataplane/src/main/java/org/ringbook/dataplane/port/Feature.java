package org.ringbook.dataplane.port;

/** What a device can do for its driver beyond moving whole buffers. */
public enum Feature {
  /** A frame may be spread over several buffers, both ways. */
  SCATTER_GATHER,
  /** Computes IPv4, TCP and UDP checksums of frames it sends. */
  TX_CHECKSUM,
  /** Checks IPv4, TCP and UDP checksums of frames it receives. */
  RX_CHECKSUM,
  /** Inserts 802.1Q tags. */
  VLAN_INSERT,
  /** Takes 802.1Q tags out. */
  VLAN_STRIP,
  /** Segments TCP over IPv4. */
  TSO4,
  /** Segments TCP over IPv6. */
  TSO6,
  /** Spreads received frames over queues by a hash. */
  RSS,
  /** Has a message vector for each queue. */
  MSIX,
  /** Holds interrupts back for a set time. */
  MODERATION,
  /** Carries frames of more than 1518 bytes. */
  JUMBO
}
