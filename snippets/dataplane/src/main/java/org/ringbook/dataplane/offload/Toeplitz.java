package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.NetworkOrder.u8;

import java.lang.foreign.MemorySegment;

/**
 * The Toeplitz hash bit by bit, as Microsoft's RSS specification and the 82599
 * datasheet (7.1.2.8.1) define it: the key slides past the input, one bit at a time,
 * and where the input bit is set, the 32 key bits under it are XORed into the hash.
 *
 * <p>This is the reference; {@link ToeplitzTable} is what a data plane uses.
 */
public final class Toeplitz {

  private Toeplitz() {}

  // tag::bitwise[]
  /**
   * Hashes a range.
   *
   * @param length bytes, 0 to {@link RssKey#inputLength}; usually source address,
   *     destination address, source port, destination port, as in the headers
   */
  public static int hash(RssKey key, MemorySegment input, long offset, int length) {
    int hash = 0;
    for (int bit = 0; bit < length * 8; bit++) {
      boolean isSet = ((u8(input, offset + bit / 8) >>> (7 - bit % 8)) & 1) == 1;
      if (isSet) {
        hash ^= key.window(bit);
      }
    }
    return hash;
  }
  // end::bitwise[]
}
