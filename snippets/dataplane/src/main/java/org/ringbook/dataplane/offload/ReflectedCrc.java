package org.ringbook.dataplane.offload;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.ringbook.dataplane.frame.NetworkOrder.u8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout.OfLong;

/**
 * A 32-bit cyclic redundancy check whose register is held reflected: bit 0 of each
 * byte is the first on the wire and meets the register first.
 *
 * <p>The register is a polynomial over GF(2), so its change by eight bytes is the
 * XOR of eight table entries, one for each byte at its distance from the end. That
 * is the method called slicing by 8.
 */
final class ReflectedCrc {
  private static final OfLong WORD = JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);

  private final int[][] tables = new int[8][256];

  // tag::tables[]
  /** Makes the tables of a polynomial, reflected, without its leading term. */
  ReflectedCrc(int polynomial) {
    for (int value = 0; value < 256; value++) {
      tables[0][value] = shift(value, polynomial);
    }
    for (int slice = 1; slice < 8; slice++) {
      for (int value = 0; value < 256; value++) {
        tables[slice][value] = step(tables[slice - 1][value], 0);
      }
    }
  }

  private static int shift(int value, int polynomial) {
    int register = value;
    for (int bit = 0; bit < 8; bit++) {
      register = register >>> 1 ^ ((register & 1) == 1 ? polynomial : 0);
    }
    return register;
  }

  /** Moves the register on by one byte. */
  int step(int register, int value) {
    return register >>> 8 ^ tables[0][(register ^ value) & 0xff];
  }

  // end::tables[]

  /** Moves the register on by a range. */
  int update(int register, MemorySegment data, long offset, long length) {
    int crc = register;
    long words = length & -8;
    for (long i = 0; i < words; i += 8) {
      crc = eight(data.get(WORD, offset + i) ^ (crc & 0xffff_ffffL));
    }
    for (long i = words; i < length; i++) {
      crc = step(crc, u8(data, offset + i));
    }
    return crc;
  }

  private int eight(long word) {
    int crc = 0;
    for (int i = 0; i < 8; i++) {
      crc ^= tables[7 - i][(int) (word >>> (8 * i)) & 0xff];
    }
    return crc;
  }
}
