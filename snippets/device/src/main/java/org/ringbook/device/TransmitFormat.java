package org.ringbook.device;

import java.lang.foreign.MemorySegment;

/** Reads the transmit descriptors of one family. */
interface TransmitFormat {

  /** Decodes what every descriptor has; of a context, only that it is one. */
  void decode(MemorySegment memory, long at, TransmitDescriptor into);

  /** Decodes a context. */
  void decodeContext(MemorySegment memory, long at, TransmitContext into);

  /**
   * Whether IFCS and VLE count in the first descriptor of a frame that is not
   * segmented; otherwise in the last. Those of a segmented one count in the first.
   */
  boolean firstDecides();
}
