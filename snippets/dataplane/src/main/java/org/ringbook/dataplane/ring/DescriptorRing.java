package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * The memory of a ring and its index arithmetic.
 *
 * <p>Rules of the 8254x (8254x SDM 3.2.6 and 3.4): a descriptor has 16 bytes; the
 * ring's length is a multiple of 128 bytes, so its size is a multiple of 8
 * descriptors; its base is aligned to 16 bytes. The 82599 wants 128, so 128 is used.
 * Head and tail have 16 bits; the limit of 4096 is the one of Intel's drivers
 * ({@code E1000_MAX_82544_TXD} in Linux). The size need not be a power of two, hence
 * a comparison instead of a mask.
 */
public final class DescriptorRing {
  /** Bytes of one descriptor, in every format of these parts. */
  public static final int DESCRIPTOR_BYTES = 16;

  /** Smallest size and step of sizes, in descriptors: 128 bytes. */
  public static final int SIZE_STEP = 8;

  /** Largest size in descriptors. */
  public static final int MAX_SIZE = 4096;

  private static final int BASE_ALIGNMENT = 128;

  private final DmaRegion region;
  private final int size;

  /**
   * Allocates a ring, all zero.
   *
   * @param dma coherent memory
   * @param size in descriptors: 8 to 4096, a multiple of 8
   * @throws IllegalArgumentException if it is another size
   */
  public DescriptorRing(CoherentMemory dma, int size) {
    if (size < SIZE_STEP || size > MAX_SIZE || size % SIZE_STEP != 0) {
      throw new IllegalArgumentException(
          size + " descriptors: a ring has a multiple of 8, from 8 to 4096");
    }
    this.size = size;
    this.region = dma.allocate((long) size * DESCRIPTOR_BYTES, BASE_ALIGNMENT);
  }

  /** Descriptors of the ring. */
  public int size() {
    return size;
  }

  /**
   * Descriptors that may be with the device at once: one less, see {@link
   * #distance}.
   */
  public int usable() {
    return size - 1;
  }

  /** Bytes of the ring, for TDLEN or RDLEN. */
  public int lengthInBytes() {
    return size * DESCRIPTOR_BYTES;
  }

  /** Bus address of descriptor 0, for TDBAL and TDBAH or RDBAL and RDBAH. */
  public long busAddress() {
    return region.busAddress();
  }

  /** The descriptors, as the CPU sees them. */
  public MemorySegment slots() {
    return region.segment();
  }

  /** Byte offset of a descriptor in {@link #slots}. */
  public long offset(int index) {
    return (long) index * DESCRIPTOR_BYTES;
  }

  // tag::distance[]
  /** The index after {@code index}. */
  public int next(int index) {
    int next = index + 1;
    return next == size ? 0 : next;
  }

  /**
   * Steps from {@code from} forward to {@code to}, 0 to {@code size - 1}.
   *
   * <p>Of a head and a tail this is what the device owns. It cannot be {@code size}:
   * head equal to tail means that the device owns nothing, so a ring that is filled
   * to the last slot would look empty. One slot stays unused.
   */
  public int distance(int from, int to) {
    int steps = to - from;
    return steps < 0 ? steps + size : steps;
  }

  // end::distance[]

  /** Clears all descriptors. The device must not be running. */
  public void clear() {
    region.segment().fill((byte) 0);
  }
}
