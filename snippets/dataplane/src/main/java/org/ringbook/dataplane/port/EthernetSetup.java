package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Feature.JUMBO;
import static org.ringbook.dataplane.port.Feature.RX_CHECKSUM;
import static org.ringbook.dataplane.port.Feature.VLAN_STRIP;
import static org.ringbook.dataplane.port.Registers.*;

import org.ringbook.dataplane.ring.DescriptorRing;

/**
 * The register writes that bring an 8254x up and down, in the order of the manual
 * (8254x SDM 14.3 to 14.5). Who calls posts buffers in between.
 */
record EthernetSetup(RegisterAccess registers) {
  private static final int ALL = -1;
  private static final int RESET_READS = 100_000;
  private static final int ETHERTYPE_VLAN = 0x8100;

  /**
   * Masks all interrupts, resets the device, and forgets the causes it had. Linux
   * writes RST of the 82540 through I/O space, as the part can't acknowledge the
   * 64-bit write otherwise (e1000_hw.c); a port to such a part must do the same.
   */
  void reset() {
    registers.write32(IMC, ALL);
    registers.write32(CTRL, registers.read32(CTRL) | CTRL_RST);
    awaitReset();
    registers.write32(IMC, ALL);
    registers.read32(ICR);
  }

  /** A device needs a microsecond; one that was pulled out reads all ones. */
  private void awaitReset() {
    for (int i = 0; i < RESET_READS; i++) {
      if ((registers.read32(CTRL) & CTRL_RST) == 0) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("the device does not come out of reset");
  }

  /** Sets the link up, and what the device does to frames on their way. */
  void configure(PortSettings settings) {
    int vlan = settings.uses(VLAN_STRIP) ? CTRL_VME : 0;
    registers.write32(CTRL, registers.read32(CTRL) | CTRL_SLU | vlan);
    registers.write32(VET, ETHERTYPE_VLAN);
    int checks = settings.uses(RX_CHECKSUM) ? RXCSUM_IPOFL | RXCSUM_TUOFL : 0;
    registers.write32(RXCSUM, checks);
  }

  /** Base, length, head and tail stand at the same distances in both directions. */
  void program(int base, DescriptorRing ring) {
    registers.write32(base, (int) ring.busAddress());
    registers.write32(base + TDBAH - TDBAL, (int) (ring.busAddress() >>> 32));
    registers.write32(base + TDLEN - TDBAL, ring.lengthInBytes());
    registers.write32(base + TDH - TDBAL, 0);
    registers.write32(base + TDT - TDBAL, 0);
  }

  /** Enables reception; buffers are posted. Every good frame is received. */
  void enableReceive(PortSettings settings, int bufferSize) {
    int filter = RCTL_BAM | RCTL_UPE | RCTL_MPE;
    int length = settings.uses(JUMBO) ? RCTL_LPE : 0;
    int size = bufferSizeBits(bufferSize);
    registers.write32(RCTL, RCTL_EN | filter | length | RCTL_SECRC | size);
  }

  /** Enables transmission, with the gaps of a full-duplex copper link. */
  void enableTransmit() {
    registers.write32(TIPG, 10 | 8 << 10 | 6 << 20);
    registers.write32(TCTL, TCTL_EN | TCTL_PSP | TCTL_COLLISIONS_FULL_DUPLEX);
  }

  /** Ends both directions; what is under way may still touch memory until reset. */
  void disable() {
    registers.write32(RCTL, 0);
    registers.write32(TCTL, 0);
  }

  /** RCTL.BSIZE and BSEX: 2048 down to 256, or sixteen times 1024 down to 256. */
  static int bufferSizeBits(int bytes) {
    return switch (bytes) {
      case 2048 -> 0;
      case 1024 -> 1 << RCTL_BSIZE_SHIFT;
      case 512 -> 2 << RCTL_BSIZE_SHIFT;
      case 256 -> 3 << RCTL_BSIZE_SHIFT;
      case 16384 -> RCTL_BSEX | 1 << RCTL_BSIZE_SHIFT;
      case 8192 -> RCTL_BSEX | 2 << RCTL_BSIZE_SHIFT;
      case 4096 -> RCTL_BSEX | 3 << RCTL_BSIZE_SHIFT;
      default -> throw new IllegalArgumentException("no BSIZE of " + bytes);
    };
  }
}
