package org.ringbook.dataplane.port;

/**
 * Registers of the 82599 that the port uses, but for the filters: byte offsets and
 * bits (82599 datasheet 8.2; {@code IXGBE_} names of ixgbe_type.h). Those of a queue
 * are functions of its number.
 */
public final class Registers82599 {
  /** Device control. */
  public static final int CTRL = 0x00000;

  /** CTRL: reset of link and device; both clear themselves. */
  public static final int CTRL_RST_MASK = 0x0400_0008;

  /** Cause of an interrupt: bits 0 to 15 vectors; the rest below. */
  public static final int EICR = 0x00800;

  /** Causes, set by software. */
  public static final int EICS = 0x00808;

  /** Bits of EICR that a message clears by itself (auto clear). */
  public static final int EIAC = 0x00810;

  /** Mask, set: ones enable causes. */
  public static final int EIMS = 0x00880;

  /** Mask, clear: ones disable causes. */
  public static final int EIMC = 0x00888;

  /** Bits of EIMS that a message clears by itself (auto mask). */
  public static final int EIAM = 0x00890;

  /** EICR: vectors, one bit each. */
  public static final int EICR_RTX_QUEUE = 0xffff;

  /** EICR: a frame was lost, as no descriptor or no room was left. */
  public static final int EICR_RX_MISS = 0x2_0000;

  /** EICR: PCI Express reported an error of a transfer. */
  public static final int EICR_PCI = 0x4_0000;

  /** EICR: the link came or went. */
  public static final int EICR_LSC = 0x10_0000;

  /** How interrupts work. */
  public static final int GPIE = 0x00898;

  /** GPIE: a message for each vector. */
  public static final int GPIE_MSIX_MODE = 0x10;

  /** GPIE: reading EICR leaves bits 0 to 15 (other clear disable). */
  public static final int GPIE_OCD = 0x20;

  /** GPIE: EIAM works with messages too. */
  public static final int GPIE_EIAME = 0x4000_0000;

  /** IVAR, IVAR_MISC: this entry of 8 bits is valid; lower bits: vector. */
  public static final int IVAR_ALLOC_VAL = 0x80;

  /** Vectors of other causes: bits 8 to 15. */
  public static final int IVAR_MISC = 0x00a00;

  /** EITR: bits of the interval, in units of 2.048 us from bit 3 on. */
  public static final int EITR_INTERVAL = 0xff8;

  /** EITR: leave the running counter alone. */
  public static final int EITR_CNT_WDIS = 0x8000_0000;

  /** SRRCTL: advanced descriptors, one buffer each. */
  public static final int SRRCTL_ADV_ONEBUF = 0x0200_0000;

  /** SRRCTL: bits of the descriptor type. */
  public static final int SRRCTL_DESCTYPE = 0x0e00_0000;

  /** SRRCTL: bits of the buffer size, in KiB. */
  public static final int SRRCTL_BSIZEPKT = 0x1f;

  /** SRRCTL: drop a frame if the queue has no descriptor, rather than wait. */
  public static final int SRRCTL_DROP_EN = 0x1000_0000;

  /** RXDCTL, TXDCTL: enable the queue; reads back once it is. */
  public static final int XDCTL_ENABLE = 0x0200_0000;

  /** RXDCTL: take VLAN tags out. */
  public static final int RXDCTL_VME = 0x4000_0000;

  /** Receive DMA control. */
  public static final int RDRXCTL = 0x02f00;

  /** RDRXCTL: strip the frame check sequence; as HLREG0. */
  public static final int RDRXCTL_CRCSTRIP = 0x2;

  /** RDRXCTL: the DMA engines are initialised. */
  public static final int RDRXCTL_DMAIDONE = 0x8;

  /** Receive control. */
  public static final int RXCTRL = 0x03000;

  /** RXCTRL: enable. */
  public static final int RXCTRL_RXEN = 0x1;

  /** MAC control. */
  public static final int HLREG0 = 0x04240;

  /** HLREG0: append the frame check sequence. */
  public static final int HLREG0_TXCRCEN = 0x1;

  /** HLREG0: strip the frame check sequence. */
  public static final int HLREG0_RXCRCSTRP = 0x2;

  /** HLREG0: accept frames up to MAXFRS. */
  public static final int HLREG0_JUMBOEN = 0x4;

  /** HLREG0: pad short frames to 64 bytes. */
  public static final int HLREG0_TXPADEN = 0x400;

  /** Longest frame with its check sequence, in bits 16 to 31. */
  public static final int MAXFRS = 0x04268;

  /** Link status. */
  public static final int LINKS = 0x042a4;

  /** LINKS: up. */
  public static final int LINKS_UP = 0x4000_0000;

  /** LINKS: 10 Gb/s. */
  public static final int LINKS_SPEED_10G = 0x3000_0000;

  /** Transmit DMA control; bits 16 to 31: EtherType of VLAN tags. */
  public static final int DMATXCTL = 0x04a80;

  /** DMATXCTL: enable. */
  public static final int DMATXCTL_TE = 0x1;

  /** TCP flags that the first (0 to 11) and the middle segments (16 to 27) keep. */
  public static final int DTXTCPFLGL = 0x04a88;

  /** TCP flags that the last segment keeps. */
  public static final int DTXTCPFLGH = 0x04a8c;

  /** Least time between two interrupts of a vector, 0 to 23. */
  public static int eitr(int vector) {
    return 0x00820 + 4 * vector;
  }

  /** Vectors of queues {@code 2 * pair} and the next: receive, transmit, twice. */
  public static int ivar(int pair) {
    return 0x00900 + 4 * pair;
  }

  /** Receive ring of a queue, 0 to 63; base, length, head, tail as in the 8254x. */
  public static int rdbal(int queue) {
    return 0x01000 + 0x40 * queue;
  }

  /** Receive ring of a queue: tail. */
  public static int rdt(int queue) {
    return rdbal(queue) + 0x18;
  }

  /** Receive queue: buffer size and descriptor type; queues 0 to 15. */
  public static int srrctl(int queue) {
    return 0x02100 + 4 * queue;
  }

  /** Receive queue: control. */
  public static int rxdctl(int queue) {
    return rdbal(queue) + 0x28;
  }

  /** Transmit ring of a queue. */
  public static int tdbal(int queue) {
    return 0x06000 + 0x40 * queue;
  }

  /** Transmit ring of a queue: tail. */
  public static int tdt(int queue) {
    return tdbal(queue) + 0x18;
  }

  /** Transmit queue: control. */
  public static int txdctl(int queue) {
    return tdbal(queue) + 0x28;
  }

  private Registers82599() {}
}
