package org.ringbook.device;

import org.ringbook.dataplane.ring.DescriptorRing;

/**
 * A descriptor ring as the device sees it: base, length, head and tail in registers.
 * In both families, and both directions, they stand at the same distances.
 */
final class DeviceRing {
  private static final int BYTES = DescriptorRing.DESCRIPTOR_BYTES;
  private static final int HIGH = 0x04;
  private static final int LENGTH = 0x08;
  private static final int HEAD = 0x10;
  private static final int TAIL = 0x18;

  private final RegisterFile registers;
  private final int base;

  /** Number of its queue, from 0. */
  final int queue;

  /** A ring whose lower half of the base address is the register at {@code base}. */
  DeviceRing(RegisterFile registers, int base, int queue) {
    this.queue = queue;
    this.registers = registers;
    this.base = base;
  }

  /** Descriptors of the ring; 0 if it was not set up. */
  int size() {
    return registers.get(base + LENGTH) / BYTES;
  }

  /** Descriptors that the device owns: from head up to tail. */
  int owned() {
    int owned = registers.get(base + TAIL) - registers.get(base + HEAD);
    return owned < 0 ? owned + size() : owned;
  }

  /** Bus address of the descriptor at head. */
  long headSlot() {
    long first = registers.address(base, base + HIGH);
    return first + (long) registers.get(base + HEAD) * BYTES;
  }

  /** Index of the descriptor that is next. */
  int head() {
    return registers.get(base + HEAD);
  }

  /** Moves head on, past the end to 0. */
  void advance() {
    int next = registers.get(base + HEAD) + 1;
    registers.set(base + HEAD, next == size() ? 0 : next);
  }
}
