package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;

/**
 * The way of a device into memory. A device model holds this and nothing else, so
 * that whatever it reads or writes was named by a bus address and was checked.
 */
public interface DmaBus {

  /** What a transfer does to memory. */
  enum Access {
    /** The device reads: a descriptor fetch, the data of a frame to send. */
    READ,
    /** The device writes: received data, a write-back. */
    WRITE
  }

  /**
   * The memory behind the bus; offsets into it come from {@link #translate} only.
   */
  MemorySegment memory();

  /**
   * Translates a transfer.
   *
   * @param busAddress of the first byte, as the driver wrote it
   * @param length in bytes, at least 1
   * @param access what the transfer does
   * @return offset of the first byte in {@link #memory}; all {@code length} bytes
   *     follow
   * @throws IllegalDmaAccess if any byte of it may not be touched
   */
  long translate(long busAddress, long length, Access access);
}
