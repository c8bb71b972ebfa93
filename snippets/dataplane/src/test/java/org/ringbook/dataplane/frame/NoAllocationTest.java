package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Once warm, the parser allocates nothing, whatever the frame holds. */
class NoAllocationTest {
  private static final int FRAMES = 200_000;

  /** What the measurement itself may cost: far less than one byte for a frame. */
  private static final long SLACK = 4096;

  private final MemorySegment[] samples =
      Samples.all().values().stream().map(MemorySegment::ofArray).toArray(MemorySegment[]::new);
  private final ParsedFrame parsed = new ParsedFrame();

  private int parse(int frames) {
    int sound = 0;
    for (int i = 0; i < frames; i++) {
      MemorySegment frame = samples[i % samples.length];
      Verdict verdict = FrameParser.parse(frame, 0, (int) frame.byteSize(), parsed);
      sound += verdict == Verdict.OK || verdict == Verdict.FRAGMENT ? 1 : 0;
    }
    return sound;
  }

  @Test
  void twoHundredThousandFramesAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assertEquals(FRAMES, parse(FRAMES));
    long before = threads.getCurrentThreadAllocatedBytes();
    int sound = parse(FRAMES);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(before > 0, "allocation is not measured");
    assertTrue(allocated <= SLACK, allocated + " bytes for " + FRAMES + " frames");
    assertEquals(FRAMES, sound);
  }
}
