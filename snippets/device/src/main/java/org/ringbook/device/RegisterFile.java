package org.ringbook.device;

import static java.lang.invoke.MethodHandles.arrayElementVarHandle;

import java.lang.invoke.VarHandle;

/**
 * The words behind the registers. A write releases and a read acquires, so a device
 * on another thread that sees a new tail also sees the descriptors written before
 * it.
 */
final class RegisterFile {
  private static final VarHandle WORD = arrayElementVarHandle(int[].class);

  private final int[] words;

  /** Registers at the offsets below {@code bytes}, all 0. */
  RegisterFile(int bytes) {
    words = new int[bytes / Integer.BYTES];
  }

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

  boolean has(int offset, int bits) {
    return (get(offset) & bits) != 0;
  }

  int getAndClear(int offset) {
    return (int) WORD.getAndSet(words, index(offset), 0);
  }

  void count(int offset) {
    WORD.getAndAdd(words, index(offset), 1);
  }

  /** Adds to a count of 64 bits: the lower half at {@code low}, then the upper. */
  synchronized void add(int low, long amount) {
    long sum = address(low, low + Integer.BYTES) + amount;
    set(low, (int) sum);
    set(low + Integer.BYTES, (int) (sum >>> 32));
  }

  /** Reads the upper half of such a count, which clears both. */
  synchronized int getAndClearPair(int high) {
    set(high - Integer.BYTES, 0);
    return getAndClear(high);
  }

  long address(int low, int high) {
    return Integer.toUnsignedLong(get(low)) | (long) get(high) << 32;
  }

  void clear() {
    for (int i = 0; i < words.length; i++) {
      WORD.setRelease(words, i, 0);
    }
  }

  private int index(int offset) {
    int index = offset / Integer.BYTES;
    if (offset < 0 || index >= words.length || offset % Integer.BYTES != 0) {
      throw new IllegalArgumentException("no register at 0x%x".formatted(offset));
    }
    return index;
  }
}
