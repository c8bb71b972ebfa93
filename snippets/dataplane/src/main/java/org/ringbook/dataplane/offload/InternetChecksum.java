package org.ringbook.dataplane.offload;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * The Internet checksum of IP, TCP and UDP (RFC 1071), eight bytes at a time, and
 * its update when one word of a header changes (RFC 1624).
 *
 * <p>Three properties of ones' complement sums make it fast and divisible. Words may
 * be added in any order and any width, as 65536 and 1 count alike. The byte order
 * does not matter: words read the wrong way round give the sum the wrong way round,
 * so one swap at the end replaces one per word. And parts may be summed alone, if
 * the sum of a part that starts at an odd offset is swapped before it is added.
 *
 * <p>A sum here is 0 to 65535, as a big-endian reader of the bytes sees it.
 */
public final class InternetChecksum {
  private static final long LOW = 0xffff_ffffL;
  private static final boolean LITTLE = ByteOrder.nativeOrder() == LITTLE_ENDIAN;

  private InternetChecksum() {}

  /**
   * The ones' complement sum of a range, at any alignment.
   *
   * @param length bytes, 0 to 2^34; an odd last byte counts as the upper half of a
   *     word whose lower half is 0
   * @return 0 to 65535; 0 only if all bytes are 0
   * @throws IndexOutOfBoundsException if the range leaves the segment
   */
  public static int sum(MemorySegment data, long offset, long length) {
    long sum = length < 256 ? few(data, offset, length) : many(data, offset, length);
    int folded = fold(sum);
    return LITTLE ? swap(folded) : folded;
  }

  /** A loop that the compiler turns into vector instructions; worth it for many. */
  private static long many(MemorySegment data, long offset, long length) {
    long words = length & -4;
    long sum = 0;
    for (long i = 0; i < words; i += 4) {
      sum += data.get(JAVA_INT_UNALIGNED, offset + i) & LOW;
    }
    return sum + last(data, offset + words, length & 3);
  }

  /** No loop at all: each bit of the length is a block that is there or is not. */
  private static long few(MemorySegment data, long offset, long length) {
    long sum = 0;
    long at = offset;
    if ((length & 128) != 0) {
      sum += sixtyFour(data, at) + sixtyFour(data, at + 64);
      at += 128;
    }
    if ((length & 64) != 0) {
      sum += sixtyFour(data, at);
      at += 64;
    }
    if ((length & 32) != 0) {
      sum += thirtyTwo(data, at);
      at += 32;
    }
    return sum + rest(data, at, length & 31);
  }

  private static long rest(MemorySegment data, long offset, long length) {
    long sum = 0;
    long at = offset;
    if ((length & 16) != 0) {
      sum += eight(data, at) + eight(data, at + 8);
      at += 16;
    }
    if ((length & 8) != 0) {
      sum += eight(data, at);
      at += 8;
    }
    return sum + last(data, at, length & 7);
  }

  private static long last(MemorySegment data, long offset, long length) {
    long sum = 0;
    long at = offset;
    if ((length & 4) != 0) {
      sum += data.get(JAVA_INT_UNALIGNED, at) & LOW;
      at += 4;
    }
    if ((length & 2) != 0) {
      sum += data.get(JAVA_SHORT_UNALIGNED, at) & 0xffff;
      at += 2;
    }
    return (length & 1) == 0 ? sum : sum + odd(data.get(JAVA_BYTE, at) & 0xff);
  }

  private static long sixtyFour(MemorySegment data, long at) {
    return thirtyTwo(data, at) + thirtyTwo(data, at + 32);
  }

  private static long thirtyTwo(MemorySegment data, long at) {
    long first = eight(data, at) + eight(data, at + 8);
    return first + eight(data, at + 16) + eight(data, at + 24);
  }

  private static long eight(MemorySegment data, long at) {
    long word = data.get(JAVA_LONG_UNALIGNED, at);
    return (word & LOW) + (word >>> 32);
  }

  /** The byte at the lower address of a native word whose other byte is 0. */
  private static int odd(int value) {
    return LITTLE ? value : value << 8;
  }

  /**
   * Adds the words of a number in ones' complement. A number plus itself with its
   * halves exchanged has in its upper half the sum of both halves and the carry that
   * came out of it.
   *
   * @param sum of 16-bit words, not negative
   * @return 0 to 65535; 0 only for 0
   */
  public static int fold(long sum) {
    long halves = sum + Long.rotateLeft(sum, 32);
    int word = (int) (halves >>> 32);
    return (word + Integer.rotateLeft(word, 16)) >>> 16;
  }

  /** Adds two sums; their parts must start at even offsets. */
  public static int add(int sum, int other) {
    int both = sum + other;
    return (both & 0xffff) + (both >>> 16);
  }

  /** Exchanges the bytes of a sum: that of a part that starts at an odd offset. */
  public static int swap(int sum) {
    return ((sum & 0xff) << 8) | (sum >>> 8);
  }

  /** What stands in the checksum field: the complement, 0 to 65535. */
  public static int finish(int sum) {
    return ~sum & 0xffff;
  }

  /**
   * The checksum after one 16-bit word of what it covers has changed (RFC 1624,
   * equation 3: HC' = ~(~HC + ~m + m')). The older equation 2 of RFC 1141 gives
   * 0xffff where this gives 0, and a receiver then drops the packet.
   *
   * @param checksum as in the field, 0 to 65535
   * @param before the word as it was
   * @param after the word as it is
   * @return the field's new value, 0 to 65535
   */
  public static int update(int checksum, int before, int after) {
    int sum = add(finish(checksum), finish(before));
    return finish(add(sum, after & 0xffff));
  }

  /**
   * The same after two adjacent words changed, as a sequence number or an address.
   */
  public static int updateWide(int checksum, int before, int after) {
    int upper = update(checksum, before >>> 16, after >>> 16);
    return update(upper, before & 0xffff, after & 0xffff);
  }
}
