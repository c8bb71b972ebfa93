package org.ringbook.device;

import static java.lang.invoke.MethodHandles.arrayElementVarHandle;

import java.lang.invoke.VarHandle;

/**
 * The words behind the registers. A write releases and a read acquires, so a device
 * on another thread that sees a new tail also sees the descriptors written before
 * it.
 */
final class RegisterFile {
  private static final int BYTES = 0x6000;
  private static final VarHandle WORD = arrayElementVarHandle(int[].class);

  private final int[] words = new int[BYTES / Integer.BYTES];

  int get(int offset) {
    return (int) WORD.getAcquire(words, index(offset));
  }

  void set(int offset, int value) {
    WORD.setRelease(words, index(offset), value);
  }

  void setBits(int offset, int bits) {
    WORD.getAndBitwiseOr(words, index(offset), bits);
  }

  void clearBits(int offset, int bits) {
    WORD.getAndBitwiseAnd(words, index(offset), ~bits);
  }

  int getAndClear(int offset) {
    return (int) WORD.getAndSet(words, index(offset), 0);
  }

  void count(int offset) {
    WORD.getAndAdd(words, index(offset), 1);
  }

  long address(int low, int high) {
    return Integer.toUnsignedLong(get(low)) | (long) get(high) << 32;
  }

  void clear() {
    for (int offset = 0; offset < BYTES; offset += Integer.BYTES) {
      set(offset, 0);
    }
  }

  private static int index(int offset) {
    if (offset < 0 || offset >= BYTES || offset % Integer.BYTES != 0) {
      throw new IllegalArgumentException("no register at 0x%x".formatted(offset));
    }
    return offset / Integer.BYTES;
  }
}
