package org.ringbook.dataplane.offload;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The secret of receive-side scaling: 40 bytes with the 82599 (ten RSSRK registers,
 * datasheet 8.2.3.7.14) and most cards, 52 with the X710 and E810.
 *
 * <p>A key of n bytes hashes up to n - 4 bytes of input: 36 are the addresses and
 * ports of IPv6. Whoever knows the key can aim all flows at one queue, so drivers
 * choose it at random; the well-known ones are for tests, and for the symmetric
 * case.
 */
public final class RssKey {
  private static final String MICROSOFT =
      "6d5a56da255b0ec24167"
          + "253d43a38fb0d0ca2bcb"
          + "ae7b30b477cb2da38030"
          + "f20c6a42b73bbeac01fa";

  private final byte[] bytes;

  /**
   * Makes a key.
   *
   * @param bytes 40 or 52 of them, first byte first
   * @throws IllegalArgumentException if there are more or fewer
   */
  public RssKey(byte[] bytes) {
    if (bytes.length != 40 && bytes.length != 52) {
      throw new IllegalArgumentException("a key has 40 or 52 bytes");
    }
    this.bytes = bytes.clone();
  }

  /** The key of Microsoft's verification suite, 40 bytes. */
  public static RssKey microsoft() {
    return new RssKey(HexFormat.of().parseHex(MICROSOFT));
  }

  /**
   * The key that repeats 0x6d5a. Two bits 16 apart see the same key bits, so source
   * and destination can change places: both directions of a connection go to one
   * queue (Woo and Park, 2012). The price is a hash whose halves are equal.
   *
   * @param length bytes, 40 or 52
   */
  public static RssKey symmetric(int length) {
    byte[] key = new byte[length];
    for (int i = 0; i < length; i++) {
      key[i] = (byte) (i % 2 == 0 ? 0x6d : 0x5a);
    }
    return new RssKey(key);
  }

  /**
   * The 32 key bits from {@code bit} on: what one input bit contributes.
   *
   * @param bit position counted from the first byte's most significant bit, 0 to
   *     {@link #inputLength} * 8 - 1
   */
  public int window(int bit) {
    long five = 0;
    for (int i = 0; i < 5; i++) {
      five = (five << 8) | (bytes[bit / 8 + i] & 0xff);
    }
    return (int) (five >>> (8 - bit % 8));
  }

  /** The most bytes of input the key can hash. */
  public int inputLength() {
    return bytes.length - 4;
  }

  /** A copy of the key's bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, bytes.length);
  }
}
