package org.ringbook.dataplane.admin;

import static org.ringbook.dataplane.admin.AdminRegisters.*;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.BUF;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.LB;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.RD;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.dataplane.descriptor.AdminDescriptor;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.port.RegisterAccess;

/** One of the two queues: descriptors, a buffer for each, five registers. */
final class AdminRing {
  private static final int ALIGNMENT = 4096;

  private final RegisterAccess registers;
  private final CoherentMemory memory;
  private final int queue;
  private final int size;
  private final DmaRegion descriptors;
  private final DmaRegion buffers;

  AdminRing(RegisterAccess registers, CoherentMemory memory, int queue, int size) {
    this.registers = registers;
    this.memory = memory;
    this.queue = queue;
    this.size = size;
    descriptors = memory.allocate((long) size * AdminDescriptor.BYTES, ALIGNMENT);
    buffers = memory.allocate((long) size * AdminDescriptor.MAX_BUFFER, ALIGNMENT);
  }

  int size() {
    return size;
  }

  int after(int slot) {
    return slot + 1 == size ? 0 : slot + 1;
  }

  private MemorySegment slots() {
    return descriptors.segment();
  }

  private static long at(int slot) {
    return (long) slot * AdminDescriptor.BYTES;
  }

  int flags(int slot) {
    return AdminDescriptor.flags(slots(), at(slot));
  }

  long cookie(int slot) {
    return AdminDescriptor.cookie(slots(), at(slot));
  }

  private MemorySegment buffer(int slot) {
    long start = (long) slot * AdminDescriptor.MAX_BUFFER;
    return buffers.segment().asSlice(start, AdminDescriptor.MAX_BUFFER);
  }

  private void putAddress(int slot) {
    long start = (long) slot * AdminDescriptor.MAX_BUFFER;
    AdminDescriptor.address(slots(), at(slot), buffers.busAddress() + start);
  }

  /** Describes a command, and copies its data. */
  void write(int slot, AdminCommand command, long cookie) {
    int bytes = command.bufferBytes();
    parameter(slot, 0, command.parameter0());
    parameter(slot, 1, command.parameter1());
    parameter(slot, 2, command.parameter2());
    parameter(slot, 3, command.parameter3());
    if (bytes > 0) {
      putAddress(slot);
      MemorySegment data = command.data();
      MemorySegment.copy(data, 0, buffer(slot).fill((byte) 0), 0, data.byteSize());
    }
    describe(slot, command.flags(), command.opcode(), bytes, cookie);
  }

  /** Offers a slot and its buffer for an event. */
  void post(int slot) {
    putAddress(slot);
    describe(slot, BUF | LB, 0, AdminDescriptor.MAX_BUFFER, 0);
  }

  private void describe(int slot, int flags, int opcode, int bytes, long cookie) {
    AdminDescriptor.write(slots(), at(slot), flags, opcode, bytes, cookie);
  }

  private void parameter(int slot, int index, int value) {
    AdminDescriptor.parameter(slots(), at(slot), index, value);
  }

  private int parameter(int slot, int index) {
    return AdminDescriptor.parameter(slots(), at(slot), index);
  }

  /** Stops the firmware's work on the queue. */
  void disable() {
    registers.write32(queue + LEN, 0);
    registers.write32(queue + HEAD, 0);
    registers.write32(queue + TAIL, 0);
  }

  /** Clears all slots and starts the queue; false if the device does not answer. */
  boolean enable() {
    slots().fill((byte) 0);
    registers.write32(queue + BAL, (int) descriptors.busAddress());
    registers.write32(queue + BAH, (int) (descriptors.busAddress() >>> 32));
    registers.write32(queue + LEN, size | LEN_ENABLE);
    return registers.read32(queue + BAL) == (int) descriptors.busAddress();
  }

  /** The doorbell. */
  void tail(int slot) {
    registers.write32(queue + TAIL, slot);
  }

  boolean hasErrors() {
    return (registers.read32(queue + LEN) & LEN_ERRORS) != 0;
  }

  /** What a slot says, copied out of it, so that the slot may be used again. */
  AdminReply reply(int slot) {
    long at = at(slot);
    int code = AdminDescriptor.returnValue(slots(), at);
    boolean failed = (flags(slot) & AdminDescriptor.ERR) != 0;
    return new AdminReply(
        failed ? AdminReply.Status.REFUSED : AdminReply.Status.DONE,
        failed ? AdminError.of(code) : AdminError.OK,
        AdminDescriptor.opcode(slots(), at),
        parameter(slot, 0),
        parameter(slot, 1),
        parameter(slot, 2),
        parameter(slot, 3),
        data(slot));
  }

  private MemorySegment data(int slot) {
    int flags = flags(slot);
    boolean written = (flags & (BUF | RD)) == BUF;
    int said = written ? AdminDescriptor.dataLength(slots(), at(slot)) : 0;
    int bytes = Math.min(said, AdminDescriptor.MAX_BUFFER);
    byte[] copy = buffer(slot).asSlice(0, bytes).toArray(ValueLayout.JAVA_BYTE);
    return MemorySegment.ofArray(copy).asReadOnly();
  }

  void release() {
    memory.release(descriptors);
    memory.release(buffers);
  }
}
