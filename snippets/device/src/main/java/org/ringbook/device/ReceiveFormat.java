package org.ringbook.device;

import java.lang.foreign.MemorySegment;

/** The receive descriptors of one family. */
interface ReceiveFormat {

  /** Bus address of the buffer that a descriptor offers. */
  long bufferAddress(MemorySegment memory, long at);

  /**
   * Writes a descriptor back.
   *
   * @param length bytes stored in its buffer
   * @param next index of the frame's next descriptor, or -1 if this is the last
   */
  void writeBack(
      WriteBacks out, long slot, ReceiveResult result, int length, int next);
}
