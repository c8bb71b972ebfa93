package org.ringbook.dataplane.port;

/**
 * Registers of the 82599 that decide which frames are received and by which queue:
 * byte offsets and bits (82599 datasheet 8.2.3; {@code IXGBE_} names of
 * ixgbe_type.h).
 */
public final class Filters82599 {
  /** Checks of received frames. */
  public static final int RXCSUM = 0x05000;

  /** RXCSUM: the descriptor has the RSS hash, not a packet checksum. */
  public static final int RXCSUM_PCSD = 0x2000;

  /** Filter control. */
  public static final int FCTRL = 0x05080;

  /** FCTRL: store bad packets, with their errors marked. */
  public static final int FCTRL_SBP = 0x2;

  /** FCTRL: multicast promiscuous. */
  public static final int FCTRL_MPE = 0x100;

  /** FCTRL: unicast promiscuous. */
  public static final int FCTRL_UPE = 0x200;

  /** FCTRL: accept broadcast. */
  public static final int FCTRL_BAM = 0x400;

  /** VLAN control; bits 0 to 15: EtherType of tags. */
  public static final int VLNCTRL = 0x05088;

  /** VLNCTRL: frames with a tag must be in VFTA. */
  public static final int VLNCTRL_VFE = 0x4000_0000;

  /** Multicast control; bits 0 and 1: which 12 bits of the address count. */
  public static final int MCSTCTRL = 0x05090;

  /** MCSTCTRL: use the multicast table. */
  public static final int MCSTCTRL_MFE = 0x4;

  /** Several receive queues. */
  public static final int MRQC = 0x05818;

  /** MRQC: receive-side scaling, in bits 0 to 3. */
  public static final int MRQC_RSSEN = 0x1;

  /** MRQC: hash TCP over IPv4 with ports. */
  public static final int MRQC_IPV4_TCP = 0x1_0000;

  /** MRQC: hash IPv4 addresses. */
  public static final int MRQC_IPV4 = 0x2_0000;

  /** MRQC: hash IPv6 addresses. */
  public static final int MRQC_IPV6 = 0x10_0000;

  /** MRQC: hash TCP over IPv6 with ports. */
  public static final int MRQC_IPV6_TCP = 0x20_0000;

  /** MRQC: hash UDP over IPv4 with ports. */
  public static final int MRQC_IPV4_UDP = 0x40_0000;

  /** MRQC: hash UDP over IPv6 with ports. */
  public static final int MRQC_IPV6_UDP = 0x80_0000;

  /** Redirection table: 128 entries of 8 bits, four in a register. */
  public static final int RETA = 0x05c00;

  /** RSS key: 40 bytes, the first in the lowest bits of the first register. */
  public static final int RSSRK = 0x05c80;

  /** Multicast table, 128 registers. */
  public static final int MTA = 0x05200;

  /** Receive addresses, 16 pairs: bytes 0 to 3. */
  public static final int RAL = 0x05400;

  /** Receive addresses: bytes 4 and 5, and {@link Registers#RAH_AV}. */
  public static final int RAH = 0x05404;

  /** VLAN table, 128 registers: a bit for each identifier. */
  public static final int VFTA = 0x0a000;

  /** Statistics: frames lost for want of descriptors; reading clears. */
  public static final int MPC = 0x03fa0;

  /** Statistics: frames a queue received, 0 to 15; reading clears. */
  public static int qprc(int queue) {
    return 0x01030 + 0x40 * queue;
  }

  /** Statistics: frames a queue sent, 0 to 15; reading clears. */
  public static int qptc(int queue) {
    return 0x06030 + 0x40 * queue;
  }

  private Filters82599() {}
}
