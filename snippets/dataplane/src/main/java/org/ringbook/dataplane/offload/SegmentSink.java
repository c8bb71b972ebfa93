package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;

/** Takes the segments that a {@link Segmenter} makes. */
@FunctionalInterface
public interface SegmentSink {

  /**
   * Takes one segment: a whole frame without check sequence. The next one is written
   * over it, so what is to stay must be copied or sent before this returns.
   *
   * @param buffer the memory given to the segmenter
   * @param offset of the frame in it
   * @param length bytes of the frame
   */
  void segment(MemorySegment buffer, long offset, int length);
}
