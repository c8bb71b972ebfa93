package org.ringbook.device;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.dataplane.dma.DmaBus.Access.READ;
import static org.ringbook.dataplane.dma.DmaBus.Access.WRITE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.descriptor.AdminDescriptor;
import org.ringbook.dataplane.dma.DmaBus;

/**
 * A command as the firmware has it: fetched from its slot, with a copy of what is in
 * its buffer. What a handler changes is written back with the answer.
 */
public final class AdminCall {
  private static final int PARAMETERS = 4;

  private final DmaBus bus;
  private final long slot;
  private final int flags;
  private final int opcode;
  private final long cookie;
  private final long address;
  private final int capacity;
  private final int[] parameters = new int[PARAMETERS];
  private byte[] data = {};

  private AdminCall(DmaBus bus, long slot) {
    MemorySegment memory = bus.memory();
    long at = bus.translate(slot, AdminDescriptor.BYTES, READ);
    this.bus = bus;
    this.slot = slot;
    this.flags = AdminDescriptor.flags(memory, at);
    this.opcode = AdminDescriptor.opcode(memory, at);
    this.cookie = AdminDescriptor.cookie(memory, at);
    this.address = AdminDescriptor.address(memory, at);
    this.capacity = AdminDescriptor.dataLength(memory, at);
    for (int i = 0; i < PARAMETERS; i++) {
      parameters[i] = AdminDescriptor.parameter(memory, at, i);
    }
  }

  private AdminCall(int opcode, byte[] data) {
    this.bus = null;
    this.slot = 0;
    this.flags = 0;
    this.opcode = opcode;
    this.cookie = 0;
    this.address = 0;
    this.capacity = AdminDescriptor.MAX_BUFFER;
    this.data = data.clone();
  }

  static AdminCall fetch(DmaBus bus, long slot) {
    AdminCall call = new AdminCall(bus, slot);
    if ((call.flags & AdminDescriptor.RD) != 0) {
      call.data = new byte[call.capacity];
      long at = bus.translate(call.address, call.capacity, READ);
      MemorySegment all = bus.memory();
      MemorySegment.copy(all, JAVA_BYTE, at, call.data, 0, call.capacity);
    }
    return call;
  }

  static AdminCall event(int opcode, byte... data) {
    return new AdminCall(opcode, data);
  }

  /** What to do. */
  public int opcode() {
    return opcode;
  }

  int flags() {
    return flags;
  }

  /** A parameter, 0 to 3. */
  public int parameter(int index) {
    return parameters[index];
  }

  /** Sets a parameter of the answer, 0 to 3. */
  public void parameter(int index, int value) {
    parameters[index] = value;
  }

  /** A copy of what the command brought, or of what the answer brings so far. */
  public byte[] data() {
    return data.clone();
  }

  /** Sets the data of the answer, cut to what there is room for. */
  public void data(byte... bytes) {
    data = Arrays.copyOf(bytes, Math.min(bytes.length, capacity));
  }

  /** Answers in the slot that the command came from. */
  void writeBack(int status, AdminError error) {
    put(bus, slot, address, flags | status, error);
  }

  /** Answers another command, or nobody, in this empty slot. */
  void answer(AdminCall other, int status, AdminError error) {
    MemorySegment memory = bus.memory();
    long at = bus.translate(slot, AdminDescriptor.BYTES, WRITE);
    AdminDescriptor.write(memory, at, 0, other.opcode, 0, other.cookie);
    other.put(bus, slot, address, status, error);
  }

  private void put(DmaBus to, long target, long room, int status, AdminError why) {
    boolean reads = (status & AdminDescriptor.RD) != 0;
    if ((status & AdminDescriptor.BUF) != 0 && !reads && data.length > 0) {
      MemorySegment all = to.memory();
      long at = to.translate(room, data.length, WRITE);
      MemorySegment.copy(data, 0, all, JAVA_BYTE, at, data.length);
    }
    long at = to.translate(target, AdminDescriptor.BYTES, WRITE);
    for (int i = 0; i < PARAMETERS; i++) {
      AdminDescriptor.parameter(to.memory(), at, i, parameters[i]);
    }
    AdminDescriptor.writeBack(to.memory(), at, status, data.length, why.code());
  }
}
