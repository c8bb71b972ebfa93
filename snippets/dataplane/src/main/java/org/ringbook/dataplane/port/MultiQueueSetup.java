package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Feature.JUMBO;
import static org.ringbook.dataplane.port.Feature.RSS;
import static org.ringbook.dataplane.port.Feature.VLAN_STRIP;
import static org.ringbook.dataplane.port.Filters82599.*;
import static org.ringbook.dataplane.port.Registers82599.*;

import org.ringbook.dataplane.ring.DescriptorRing;

/**
 * The register writes that bring an 82599 up and down, in the order of the datasheet
 * (82599 datasheet 4.6.3, 4.6.7 and 4.6.8). Who calls posts buffers in between.
 */
record MultiQueueSetup(RegisterAccess registers) {
  private static final int ALL = 0x7fff_ffff;
  private static final int READS = 100_000;
  private static final int RETA_ENTRIES = 128;
  private static final int FCS = 4;

  /**
   * Masks all interrupts, resets device and link, and forgets the causes it had. A
   * real part wants 10 ms after the reset before anything else (Intel's drivers
   * wait as long; 82599 datasheet 4.2.1.6), which is the adapter's to grant.
   */
  void reset() {
    registers.write32(EIMC, ALL);
    registers.write32(CTRL, registers.read32(CTRL) | CTRL_RST_MASK);
    await(CTRL, CTRL_RST_MASK, 0);
    registers.write32(EIMC, ALL);
    registers.read32(EICR);
    await(RDRXCTL, RDRXCTL_DMAIDONE, RDRXCTL_DMAIDONE);
  }

  /** A device that was pulled out reads all ones for ever. */
  private void await(int register, int bits, int value) {
    for (int i = 0; i < READS; i++) {
      if ((registers.read32(register) & bits) == value) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("register 0x%x stays".formatted(register));
  }

  /** Frame sizes, filters (every good frame is received), RSS, segmentation. */
  void configure(PortSettings settings) {
    int jumbo = settings.uses(JUMBO) ? HLREG0_JUMBOEN : 0;
    int checks = HLREG0_TXCRCEN | HLREG0_RXCRCSTRP | HLREG0_TXPADEN;
    int longest = settings.mtu() + MultiQueueLimits.HEADER + FCS;
    registers.write32(HLREG0, checks | jumbo);
    registers.write32(RDRXCTL, registers.read32(RDRXCTL) | RDRXCTL_CRCSTRIP);
    registers.write32(MAXFRS, longest << 16);
    registers.write32(FCTRL, FCTRL_BAM | FCTRL_UPE | FCTRL_MPE);
    if (settings.uses(RSS)) {
      spread(settings);
    }
    // CWR answers one signal, so the middle segments lose it with FIN and PSH: the
    // part's own value, 0xff6, would keep it (RFC 3168 6.1.2).
    registers.write32(DTXTCPFLGL, 0xf76 << 16 | 0xff6);
  }

  private void spread(PortSettings settings) {
    for (int i = 0; i < MultiQueueLimits.KEY_BYTES; i += 4) {
      int word = 0;
      for (int j = 0; j < 4; j++) {
        word |= (settings.rssKey().get(i + j) & 0xff) << (8 * j);
      }
      registers.write32(RSSRK + i, word);
    }
    for (int i = 0; i < RETA_ENTRIES; i += 4) {
      int word = 0;
      for (int j = 0; j < 4; j++) {
        word |= (i + j) % settings.queues() << (8 * j);
      }
      registers.write32(RETA + i, word);
    }
    registers.write32(RXCSUM, RXCSUM_PCSD);
    int types = MRQC_IPV4 | MRQC_IPV4_TCP | MRQC_IPV6 | MRQC_IPV6_TCP;
    registers.write32(MRQC, MRQC_RSSEN | types);
  }

  /** Sets a receive queue up and waits until it is enabled; then tail may move. */
  void startReceive(int queue, MultiQueueRings rings, PortSettings settings) {
    program(rdbal(queue), rings.rxDescriptors());
    int kib = rings.source().bufferSize() / MultiQueueLimits.BUFFER_UNIT;
    registers.write32(srrctl(queue), SRRCTL_ADV_ONEBUF | SRRCTL_DROP_EN | kib);
    int strip = settings.uses(VLAN_STRIP) ? RXDCTL_VME : 0;
    registers.write32(rxdctl(queue), XDCTL_ENABLE | strip);
    await(rxdctl(queue), XDCTL_ENABLE, XDCTL_ENABLE);
  }

  /** Lets frames in: after all queues, and after buffers were posted. */
  void enableReceive() {
    registers.write32(RXCTRL, registers.read32(RXCTRL) | RXCTRL_RXEN);
  }

  /** Lets queues transmit; before the first of them is enabled. */
  void enableTransmit() {
    registers.write32(DMATXCTL, registers.read32(DMATXCTL) | DMATXCTL_TE);
  }

  void startTransmit(int queue, MultiQueueRings rings) {
    program(tdbal(queue), rings.txDescriptors());
    registers.write32(txdctl(queue), XDCTL_ENABLE);
    await(txdctl(queue), XDCTL_ENABLE, XDCTL_ENABLE);
  }

  /** Base, length, head and tail stand at the same distances as in the 8254x. */
  private void program(int base, DescriptorRing ring) {
    registers.write32(base, (int) ring.busAddress());
    registers.write32(base + 0x04, (int) (ring.busAddress() >>> 32));
    registers.write32(base + 0x08, ring.lengthInBytes());
    registers.write32(base + 0x10, 0);
    registers.write32(base + 0x18, 0);
  }

  /** Ends both directions; what is under way may still touch memory until reset. */
  void disable() {
    registers.write32(RXCTRL, 0);
    registers.write32(DMATXCTL, registers.read32(DMATXCTL) & ~DMATXCTL_TE);
  }
}
