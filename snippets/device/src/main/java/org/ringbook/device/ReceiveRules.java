package org.ringbook.device;

/** How a frame is to be received, as registers of either family say. */
final class ReceiveRules {
  boolean enabled;
  boolean storeBad;
  boolean anyUnicast;
  boolean anyMulticast;
  boolean broadcast;

  /** Whether the multicast table counts. */
  boolean multicastTable;

  /** Lowest bit of the destination address that indexes the multicast table. */
  int multicastShift;

  boolean filterTags;

  /** EtherType of a tag. */
  int tagType;

  /** Longest frame without check sequence. */
  int longest;

  boolean stripFcs;
  boolean checkIp;
  boolean checkTransport;

  /** Where the packet checksum starts, or -1 if there is none. */
  int packetChecksumStart;

  /** Chooses these bits as MO says: from bit 36, 35, 34 or 32 on. */
  void multicastOffset(int mo) {
    multicastShift = mo == 3 ? 32 : 36 - mo;
  }
}
