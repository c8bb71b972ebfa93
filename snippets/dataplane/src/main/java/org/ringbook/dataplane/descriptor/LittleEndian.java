package org.ringbook.dataplane.descriptor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.ValueLayout.OfByte;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.lang.foreign.ValueLayout.OfShort;
import java.lang.invoke.VarHandle;

/**
 * The words that descriptors are made of. The byte order is part of the type, so the
 * same code is right on a big-endian CPU (what {@code cpu_to_le64} does in Linux),
 * and no alignment is assumed, so a descriptor may be laid over any bytes.
 */
final class LittleEndian {
  static final OfByte U8 = JAVA_BYTE;
  static final OfShort U16 = JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  static final OfInt U32 = JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  static final OfLong U64 = JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);

  /**
   * Eight aligned bytes, which one load or store moves whole; the others promise
   * that for a single byte only.
   */
  static final OfLong ALIGNED_U64 = JAVA_LONG.withOrder(LITTLE_ENDIAN);

  private LittleEndian() {}

  /**
   * A handle on one named word; its coordinates are a segment and a slot's offset.
   */
  static VarHandle word(MemoryLayout layout, String name) {
    return layout.varHandle(PathElement.groupElement(name));
  }
}
