package org.ringbook.dataplane.port;

/**
 * Registers of the 8254x that the port uses: byte offsets and bits (8254x SDM 13.4;
 * receive addresses 13.5; statistics 13.7). Names are the manual's, bits carry the
 * name of their register.
 */
public final class Registers {
  /** Device control. */
  public static final int CTRL = 0x0000;

  /** CTRL: set link up. */
  public static final int CTRL_SLU = 0x40;

  /** CTRL: reset the device; clears itself. */
  public static final int CTRL_RST = 0x0400_0000;

  /** CTRL: VLAN mode: tags are inserted where VLE asks, and taken out on receive. */
  public static final int CTRL_VME = 0x4000_0000;

  /** Device status. */
  public static final int STATUS = 0x0008;

  /** STATUS: full duplex. */
  public static final int STATUS_FD = 0x1;

  /** STATUS: link up. */
  public static final int STATUS_LU = 0x2;

  /** STATUS: 1000 Mb/s. */
  public static final int STATUS_SPEED_1000 = 0x80;

  /** VLAN EtherType: what marks a tag, 16 bits. */
  public static final int VET = 0x0038;

  /** Interrupt causes; reading clears all, writing ones clears these. */
  public static final int ICR = 0x00c0;

  /** Interrupt throttling: least time between interrupts in 256 ns, 16 bits. */
  public static final int ITR = 0x00c4;

  /** Interrupt causes, set by software. */
  public static final int ICS = 0x00c8;

  /** Interrupt mask, set: ones enable causes. */
  public static final int IMS = 0x00d0;

  /** Interrupt mask, clear: ones disable causes. */
  public static final int IMC = 0x00d8;

  /** Cause: a transmit descriptor was written back. */
  public static final int ICR_TXDW = 0x01;

  /** Cause: the transmit ring is empty. */
  public static final int ICR_TXQE = 0x02;

  /** Cause: the link changed. */
  public static final int ICR_LSC = 0x04;

  /** Cause: free receive descriptors fell to the threshold of RCTL. */
  public static final int ICR_RXDMT0 = 0x10;

  /** Cause: the receive FIFO overran, for want of descriptors or of bus time. */
  public static final int ICR_RXO = 0x40;

  /** Cause: receive timer, here: a frame was stored. */
  public static final int ICR_RXT0 = 0x80;

  /** Receive control. */
  public static final int RCTL = 0x0100;

  /** RCTL: enable. */
  public static final int RCTL_EN = 0x02;

  /** RCTL: store bad packets, with their errors marked. */
  public static final int RCTL_SBP = 0x04;

  /** RCTL: unicast promiscuous. */
  public static final int RCTL_UPE = 0x08;

  /** RCTL: multicast promiscuous. */
  public static final int RCTL_MPE = 0x10;

  /** RCTL: accept frames of more than 1522 bytes. */
  public static final int RCTL_LPE = 0x20;

  /** RCTL: accept broadcast. */
  public static final int RCTL_BAM = 0x8000;

  /** RCTL: lowest bit of the two that give the buffer size. */
  public static final int RCTL_BSIZE_SHIFT = 16;

  /** RCTL: buffer sizes count sixteen times. */
  public static final int RCTL_BSEX = 0x0200_0000;

  /** RCTL: strip the frame check sequence. */
  public static final int RCTL_SECRC = 0x0400_0000;

  /** Transmit control. */
  public static final int TCTL = 0x0400;

  /** TCTL: enable. */
  public static final int TCTL_EN = 0x2;

  /**
   * TCTL: pad short packets to 64 bytes, frame check sequence included. Not to be
   * relied on: see {@link org.ringbook.dataplane.ring.TxRing#submit}.
   */
  public static final int TCTL_PSP = 0x8;

  /** TCTL: collision threshold 15, distance 64 byte times (full duplex). */
  public static final int TCTL_COLLISIONS_FULL_DUPLEX = 0x0f << 4 | 0x40 << 12;

  /** Inter-packet gap. */
  public static final int TIPG = 0x0410;

  /** Receive ring: base, low and high word. */
  public static final int RDBAL = 0x2800;

  /** Receive ring: upper half of the base. */
  public static final int RDBAH = 0x2804;

  /** Receive ring: length in bytes. */
  public static final int RDLEN = 0x2808;

  /** Receive ring: head, the device's. */
  public static final int RDH = 0x2810;

  /** Receive ring: tail, the driver's. */
  public static final int RDT = 0x2818;

  /** Transmit ring: base, lower half. */
  public static final int TDBAL = 0x3800;

  /** Transmit ring: base, upper half. */
  public static final int TDBAH = 0x3804;

  /** Transmit ring: length in bytes. */
  public static final int TDLEN = 0x3808;

  /** Transmit ring: head, the device's. */
  public static final int TDH = 0x3810;

  /** Transmit ring: tail, the driver's. */
  public static final int TDT = 0x3818;

  /** Statistics: frames with a wrong frame check sequence; reading clears. */
  public static final int CRCERRS = 0x4000;

  /** Statistics: frames that the full receive FIFO lost (RXO); reading clears. */
  public static final int MPC = 0x4010;

  /** Statistics: good frames received; reading clears. */
  public static final int GPRC = 0x4074;

  /** Statistics: good frames sent; reading clears. */
  public static final int GPTC = 0x4080;

  /** Receive checksum control (8254x SDM 13.5). */
  public static final int RXCSUM = 0x5000;

  /** RXCSUM: check IPv4 headers. */
  public static final int RXCSUM_IPOFL = 0x100;

  /** RXCSUM: check TCP and UDP. */
  public static final int RXCSUM_TUOFL = 0x200;

  /** Receive address 0, bytes 0 to 3. */
  public static final int RAL0 = 0x5400;

  /** Receive address 0, bytes 4 and 5. */
  public static final int RAH0 = 0x5404;

  /** RAH: the address is valid. */
  public static final int RAH_AV = 0x8000_0000;

  private Registers() {}
}
