package org.ringbook.device;

/**
 * Registers of the 8254x that the filters use and the port does not: byte offsets
 * and bits (8254x SDM 13.4 and 13.5; e1000_regs.h and e1000_defines.h of Intel).
 */
final class Filters8254x {
  /** RCTL: lowest of the two bits that choose 12 bits of a multicast address. */
  static final int RCTL_MO_SHIFT = 12;

  /** RCTL: frames with a tag must be in VFTA. */
  static final int RCTL_VFE = 0x4_0000;

  /** RXCSUM: where the packet checksum starts. */
  static final int RXCSUM_PCSS = 0xff;

  /** VLAN table, 128 registers. */
  static final int VFTA = 0x5600;

  private Filters8254x() {}
}
