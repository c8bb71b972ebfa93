package org.ringbook.device;

/**
 * How many frames a full-duplex Ethernet link carries each way.
 *
 * <p>A frame takes more time than its bytes: 7 of preamble and 1 start delimiter go
 * before it, and a gap of 12 follows (IEEE 802.3, 3.1.1 and 4.4.2).
 * Twenty bytes each, which a frame of 64 pays with a quarter of the link.
 *
 * @param gigabitsPerSecond data rate of the link, such as 2.5, 10 or 400
 */
public record EthernetRate(double gigabitsPerSecond) {
  /** Bytes that a frame costs beyond its own: preamble, delimiter, gap. */
  public static final int OVERHEAD_BYTES = 7 + 1 + 12;

  /** Shortest frame, frame check sequence included. */
  public static final int SHORTEST_FRAME = 64;

  /** Refuses a rate that is not positive. */
  public EthernetRate {
    if (!(gigabitsPerSecond > 0)) {
      throw new IllegalArgumentException(gigabitsPerSecond + " Gb/s");
    }
  }

  /**
   * Time from the start of one frame to the start of the next.
   *
   * @param frameBytes with frame check sequence, at least 64
   * @return nanoseconds: what a core has for each frame at line rate
   */
  public double nanosecondsPerFrame(int frameBytes) {
    if (frameBytes < SHORTEST_FRAME) {
      throw new IllegalArgumentException("a frame of " + frameBytes + " bytes");
    }
    return 8.0 * (frameBytes + OVERHEAD_BYTES) / gigabitsPerSecond;
  }

  /** Frames of {@code frameBytes} in a second, the line rate. */
  public double framesPerSecond(int frameBytes) {
    return 1e9 / nanosecondsPerFrame(frameBytes);
  }
}
