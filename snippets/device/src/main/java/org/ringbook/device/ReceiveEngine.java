package org.ringbook.device;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.CE;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.DD;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.IXSM;
import static org.ringbook.dataplane.dma.DmaBus.Access.READ;
import static org.ringbook.dataplane.dma.DmaBus.Access.WRITE;
import static org.ringbook.dataplane.port.Registers.*;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.dma.DmaBus;

/**
 * Stores frames into the buffers between RDH and RDT (8254x SDM 3.2): one buffer
 * after the other until the frame is in, EOP with the last. A frame for which there
 * are too few descriptors is lost as a whole, counted in MPC, and reported as RXO,
 * as there is no FIFO for it to wait in. A null address faults: what hardware does
 * with it (QEMU marks the descriptor done and stores nothing) is not simulated.
 */
final class ReceiveEngine {
  private static final int BYTES = LegacyRxDescriptor.BYTES;
  private static final int FCS = 4;
  private static final int LONGEST = 1522 - FCS;

  private final RegisterFile registers;
  private final DmaBus bus;
  private final MemorySegment memory;
  private final Wire.End wire;
  private final AddressFilter filter;
  private final Frame frame = new Frame(Frame.MAX_LENGTH + FCS);
  private final CRC32 crc = new CRC32();

  ReceiveEngine(RegisterFile registers, DmaBus bus, Wire.End wire) {
    this.registers = registers;
    this.bus = bus;
    this.memory = bus.memory();
    this.wire = wire;
    this.filter = new AddressFilter(registers);
  }

  /** Handles one frame; false if none waits. A disabled receiver hears nothing. */
  boolean step() {
    if (!wire.poll(frame)) {
      return false;
    }
    int control = registers.get(RCTL);
    if ((control & RCTL_EN) != 0 && isWanted(control)) {
      store(control);
    }
    return true;
  }

  private boolean isWanted(int control) {
    if (!frame.goodFcs) {
      registers.count(CRCERRS);
      if ((control & RCTL_SBP) == 0) {
        return false;
      }
    }
    boolean fits = frame.length <= LONGEST || (control & RCTL_LPE) != 0;
    return fits && filter.accepts(frame, control);
  }

  private void store(int control) {
    if ((control & RCTL_SECRC) == 0) {
      appendFcs();
    }
    int room = bufferSize(control);
    int needed = Math.max(1, (frame.length + room - 1) / room);
    if (free() < needed) {
      registers.count(MPC);
      registers.setBits(ICR, ICR_RXO);
      return;
    }
    for (int done = 0; done < frame.length; done += room) {
      storePart(done, Math.min(room, frame.length - done));
    }
    if (frame.goodFcs) {
      registers.count(GPRC);
    }
    report();
  }

  private void storePart(int from, int length) {
    int head = registers.get(RDH);
    long slot = registers.address(RDBAL, RDBAH) + (long) head * BYTES;
    long at = bus.translate(slot, BYTES, READ);
    long address = LegacyRxDescriptor.address(memory, at);
    long data = bus.translate(address, length, WRITE);
    MemorySegment.copy(frame.bytes, from, memory, JAVA_BYTE, data, length);
    boolean last = from + length == frame.length;
    int status = DD | IXSM | (last ? EOP : 0);
    int errors = last && !frame.goodFcs ? CE : 0;
    int next = head + 1;
    registers.set(RDH, next == size() ? 0 : next);
    at = bus.translate(slot, BYTES, WRITE);
    LegacyRxDescriptor.writeBack(memory, at, length, status, errors);
  }

  /** RXDMT0 at half a ring, which is what RCTL.RDMTS of 0 says. */
  private void report() {
    int low = free() <= size() / 2 ? ICR_RXDMT0 : 0;
    registers.setBits(ICR, ICR_RXT0 | low);
  }

  private void appendFcs() {
    crc.reset();
    crc.update(frame.bytes, 0, frame.length);
    long value = frame.goodFcs ? crc.getValue() : ~crc.getValue();
    for (int i = 0; i < FCS; i++) {
      frame.bytes[frame.length++] = (byte) (value >>> (8 * i));
    }
  }

  private int size() {
    return registers.get(RDLEN) / BYTES;
  }

  private int free() {
    int owned = registers.get(RDT) - registers.get(RDH);
    return owned < 0 ? owned + size() : owned;
  }

  private static int bufferSize(int control) {
    int size = 2048 >> ((control >>> RCTL_BSIZE_SHIFT) & 3);
    return (control & RCTL_BSEX) == 0 ? size : 16 * size;
  }
}
