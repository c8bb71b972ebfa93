package org.ringbook.device;

import java.lang.foreign.MemorySegment;

/** The receive descriptors of one family. */
interface ReceiveFormat {

  /** Bus address of the buffer that a descriptor offers. */
  long bufferAddress(MemorySegment memory, long at);

  /** Writes a descriptor back, as the result says. */
  void writeBack(WriteBacks out, long slot, ReceiveResult result);
}
