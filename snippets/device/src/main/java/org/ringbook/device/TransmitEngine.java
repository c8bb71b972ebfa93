package org.ringbook.device;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.dataplane.dma.DmaBus.Access.READ;
import static org.ringbook.dataplane.dma.DmaBus.Access.WRITE;
import static org.ringbook.dataplane.port.Registers.*;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaBus;

/**
 * Sends what the driver put between TDH and TDT (8254x SDM 3.4): fetches a
 * descriptor, fetches its data, puts the frame on the wire after the descriptor with
 * EOP, writes DD back if RS asks for it, and moves head.
 */
final class TransmitEngine {
  private static final int BYTES = LegacyTxDescriptor.BYTES;
  private static final int FCS = 4;
  private static final int SHORTEST = 60;

  private final RegisterFile registers;
  private final DmaBus bus;
  private final MemorySegment memory;
  private final Wire.End wire;
  private final Frame frame = new Frame(Frame.MAX_LENGTH);
  private final CRC32 crc = new CRC32();

  TransmitEngine(RegisterFile registers, DmaBus bus, Wire.End wire) {
    this.registers = registers;
    this.bus = bus;
    this.memory = bus.memory();
    this.wire = wire;
    frame.clear();
  }

  void reset() {
    frame.clear();
  }

  // tag::one-descriptor[]
  /** Handles one descriptor; false if the device owns none or is disabled. */
  boolean step() {
    int head = registers.get(TDH);
    boolean enabled = (registers.get(TCTL) & TCTL_EN) != 0;
    if (!enabled || head == registers.get(TDT)) {
      return false;
    }
    long base = registers.address(TDBAL, TDBAH);
    long slot = base + (long) head * BYTES;
    long at = bus.translate(slot, BYTES, READ);
    int command = LegacyTxDescriptor.command(memory, at);
    fetch(at, command);
    if ((command & LegacyTxDescriptor.EOP) != 0) {
      send(command);
    }
    advance(head);
    writeBack(slot, command);
    return true;
  }

  // end::one-descriptor[]

  /** A null address or a length of 0 transfers nothing (8254x SDM 3.3.3). */
  private void fetch(long at, int command) {
    if ((command & LegacyTxDescriptor.DEXT) != 0) {
      throw new IllegalStateException("this device knows legacy descriptors only");
    }
    long address = LegacyTxDescriptor.address(memory, at);
    int length = LegacyTxDescriptor.length(memory, at);
    if (address == 0 || length == 0) {
      return;
    }
    if (!frame.fits(length)) {
      throw new IllegalStateException("frame of more than " + Frame.MAX_LENGTH);
    }
    long data = bus.translate(address, length, READ);
    MemorySegment.copy(memory, JAVA_BYTE, data, frame.bytes, frame.length, length);
    frame.length += length;
  }

  /**
   * With IFCS the device appends the frame check sequence, after padding to 60 bytes
   * if TCTL.PSP is set: 64 on the wire. Without it the last four bytes are the
   * driver's own frame check sequence, right or wrong.
   */
  private void send(int command) {
    if ((command & LegacyTxDescriptor.IFCS) == 0) {
      checkOwnFcs();
    } else if (frame.length > 0 && (registers.get(TCTL) & TCTL_PSP) != 0) {
      frame.pad(SHORTEST);
    }
    if (frame.length > 0) {
      registers.count(GPTC);
      wire.offer(frame);
    }
    frame.clear();
  }

  private void checkOwnFcs() {
    int payload = Math.max(0, frame.length - FCS);
    crc.reset();
    crc.update(frame.bytes, 0, payload);
    long sent = 0;
    for (int i = payload; i < frame.length; i++) {
      sent |= (frame.bytes[i] & 0xffL) << (8 * (i - payload));
    }
    frame.goodFcs = sent == crc.getValue();
    frame.length = payload;
  }

  private void advance(int head) {
    int next = head + 1;
    int size = registers.get(TDLEN) / BYTES;
    registers.set(TDH, next == size ? 0 : next);
  }

  private void writeBack(long slot, int command) {
    int causes = registers.get(TDH) == registers.get(TDT) ? ICR_TXQE : 0;
    if ((command & LegacyTxDescriptor.RS) != 0) {
      long at = bus.translate(slot, BYTES, WRITE);
      LegacyTxDescriptor.writeBack(memory, at, LegacyTxDescriptor.DD);
      causes |= ICR_TXDW;
    }
    registers.setBits(ICR, causes);
  }
}
