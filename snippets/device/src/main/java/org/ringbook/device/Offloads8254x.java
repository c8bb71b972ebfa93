package org.ringbook.device;

/**
 * Registers of the 8254x that the offloads and filters use: byte offsets and bits
 * (8254x SDM 13.4; e1000_regs.h and e1000_defines.h of Intel's drivers).
 */
final class Offloads8254x {
  /** EtherType of VLAN tags; 0x8100 after reset. */
  static final int VET = 0x0038;

  /** CTRL: VLAN mode: tags are taken out, and put in where VLE says so. */
  static final int CTRL_VME = 0x4000_0000;

  /** RCTL: lowest of the two bits that choose 12 bits of a multicast address. */
  static final int RCTL_MO_SHIFT = 12;

  /** RCTL: frames with a tag must be in VFTA. */
  static final int RCTL_VFE = 0x4_0000;

  /** Checks of received frames; bits 0 to 7: where the packet checksum starts. */
  static final int RXCSUM = 0x5000;

  /** RXCSUM: where the packet checksum starts. */
  static final int RXCSUM_PCSS = 0xff;

  /** RXCSUM: check IPv4 headers. */
  static final int RXCSUM_IPOFL = 0x100;

  /** RXCSUM: check TCP and UDP. */
  static final int RXCSUM_TUOFL = 0x200;

  /** VLAN table, 128 registers. */
  static final int VFTA = 0x5600;

  private Offloads8254x() {}
}
