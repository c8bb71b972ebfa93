package org.ringbook.dataplane.descriptor;

import java.lang.foreign.MemorySegment;

/**
 * One field of a descriptor, down to a single bit.
 *
 * <p>Bit 0 is the lowest bit of the first byte. Words are little-endian (8254x SDM,
 * 82599 datasheet: both number bytes from the lowest address), so that bit {@code n}
 * of the format is bit {@code n % 8} of byte {@code n / 8}. No field crosses a
 * 64-bit word.
 *
 * @param name as in the datasheet; {@code reserved} where it gives no meaning
 * @param bit offset of the lowest bit from the start of the descriptor, from 0
 * @param width in bits, 1 to 64
 * @param writer who writes it
 */
public record Field(String name, int bit, int width, Writer writer) {

  // tag::codec[]
  /**
   * Reads the field's value, without sign extension and without memory ordering.
   *
   * @param slots memory that holds the descriptor
   * @param offset byte offset of the descriptor in {@code slots}
   */
  public long read(MemorySegment slots, long offset) {
    return word(slots, offset) >>> (bit % 64) & mask();
  }

  /**
   * Writes the field's value and leaves its neighbours in the same word as they are.
   *
   * @throws IllegalArgumentException if the value needs more than {@code width} bits
   */
  public void write(MemorySegment slots, long offset, long value) {
    if ((value & ~mask()) != 0) {
      throw new IllegalArgumentException(name + " has only " + width + " bits");
    }
    long others = word(slots, offset) & ~(mask() << (bit % 64));
    slots.set(LittleEndian.U64, offset + wordOffset(), others | value << (bit % 64));
  }

  // end::codec[]

  private long word(MemorySegment slots, long offset) {
    return slots.get(LittleEndian.U64, offset + wordOffset());
  }

  private long wordOffset() {
    return bit / 64 * 8L;
  }

  private long mask() {
    return -1L >>> (64 - width);
  }
}
