package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Registers.*;

import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * One port with a transmit and a receive ring, brought up and torn down in the order
 * of the manual (8254x SDM 14.4 and 14.5).
 *
 * <p>Two rules give that order. Rings are programmed before EN is set, as the device
 * may use them from that moment on. Buffers are posted before RCTL.EN, or the first
 * frames meet an empty ring. The port is promiscuous: every good frame is received.
 */
public final class EthernetPort implements AutoCloseable {
  private static final int ALL = -1;
  private static final int RESET_READS = 100_000;

  private final RegisterAccess registers;
  private final PacketPool pool;
  private final DescriptorRing txDescriptors;
  private final DescriptorRing rxDescriptors;
  private final TxRing tx;
  private final RxRing rx;

  private EthernetPort(
      RegisterAccess deviceRegisters, DmaMemory dma, PacketPool pool, int ringSize) {
    this.registers = deviceRegisters;
    this.pool = pool;
    this.txDescriptors = new DescriptorRing(dma, ringSize);
    this.rxDescriptors = new DescriptorRing(dma, ringSize);
    this.tx = new TxRing(txDescriptors, tail -> registers.write32(TDT, tail));
    this.rx = new RxRing(rxDescriptors, pool, tail -> registers.write32(RDT, tail));
  }

  /**
   * Brings a device up and enables both directions; interrupts stay masked.
   *
   * @param registers of the device
   * @param dma memory for the rings
   * @param pool of receive buffers: 256, 512, 1024, 2048, 4096, 8192 or 16384 bytes
   *     each
   * @param ringSize descriptors of each ring: 8 to 4096, a multiple of 8
   * @throws IllegalStateException if the device does not come out of reset
   */
  public static EthernetPort open(
      RegisterAccess registers, DmaMemory dma, PacketPool pool, int ringSize) {
    int bufferSize = bufferSizeBits(pool.bufferSize());
    EthernetPort port = new EthernetPort(registers, dma, pool, ringSize);
    port.start(bufferSize);
    return port;
  }

  private void start(int bufferSize) {
    reset();
    registers.write32(CTRL, registers.read32(CTRL) | CTRL_SLU);
    program(RDBAL, rxDescriptors);
    rx.refill();
    int filter = RCTL_BAM | RCTL_UPE | RCTL_MPE | RCTL_LPE;
    registers.write32(RCTL, RCTL_EN | filter | RCTL_SECRC | bufferSize);
    program(TDBAL, txDescriptors);
    registers.write32(TIPG, 10 | 8 << 10 | 6 << 20);
    registers.write32(TCTL, TCTL_EN | TCTL_PSP | TCTL_COLLISIONS_FULL_DUPLEX);
  }

  /**
   * Masks all interrupts, resets the device, and forgets the causes it had. Linux
   * writes RST of the 82540 through I/O space, as the part can't acknowledge the
   * 64-bit write otherwise (e1000_hw.c); a port to such a part must do the same.
   */
  private void reset() {
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

  /** Base, length, head and tail stand at the same distances in both directions. */
  private void program(int base, DescriptorRing ring) {
    registers.write32(base, (int) ring.busAddress());
    registers.write32(base + TDBAH - TDBAL, (int) (ring.busAddress() >>> 32));
    registers.write32(base + TDLEN - TDBAL, ring.lengthInBytes());
    registers.write32(base + TDH - TDBAL, 0);
    registers.write32(base + TDT - TDBAL, 0);
  }

  /** RCTL.BSIZE and BSEX: 2048 down to 256, or sixteen times 1024 down to 256. */
  private static int bufferSizeBits(int bytes) {
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

  /** The transmit ring. */
  public TxRing tx() {
    return tx;
  }

  /** The receive ring. */
  public RxRing rx() {
    return rx;
  }

  /** Where the buffers come from. */
  public PacketPool pool() {
    return pool;
  }

  /** The device's registers. */
  public RegisterAccess registers() {
    return registers;
  }

  /** True if the device reports a link. */
  public boolean linkUp() {
    return (registers.read32(STATUS) & STATUS_LU) != 0;
  }

  /**
   * Stops the device, then takes every packet back: those posted for receive, and
   * those in flight, which are given back to their pools unsent.
   *
   * @throws IllegalStateException if the device does not come out of reset; it keeps
   *     the packets then, as it may still write to them
   */
  @Override
  public void close() {
    registers.write32(RCTL, 0);
    registers.write32(TCTL, 0);
    reset();
    tx.drain(Packet::giveBack);
    rx.drain();
  }
}
