package org.ringbook.device;

import java.util.Arrays;

/**
 * A full-duplex cable with two ends, for two devices, or for a device and a test.
 *
 * <p>Each direction keeps a fixed number of frames that the far end has not taken
 * yet. A frame sent into a full direction is lost and counted, as in a switch port
 * whose buffer is full. Both ends may be used from different threads.
 */
public final class Wire {
  /** Frames that wait in each direction, unless another number is asked for. */
  public static final int DEFAULT_CAPACITY = 64;

  /** Longest frame in bytes, unless another is asked for: jumbo frames of 9000. */
  public static final int DEFAULT_MAX_FRAME = 9018;

  private final End left;
  private final End right;

  /** A wire of {@link #DEFAULT_CAPACITY} and {@link #DEFAULT_MAX_FRAME}. */
  public Wire() {
    this(DEFAULT_CAPACITY, DEFAULT_MAX_FRAME);
  }

  /**
   * A wire.
   *
   * @param capacity frames that may wait in each direction, at least 1
   * @param maxFrame longest frame in bytes without frame check sequence, up to 16288
   */
  public Wire(int capacity, int maxFrame) {
    if (capacity < 1 || maxFrame < 1 || maxFrame > Frame.MAX_LENGTH) {
      throw new IllegalArgumentException(capacity + " frames of " + maxFrame);
    }
    Lane leftToRight = new Lane(capacity, maxFrame, true);
    Lane rightToLeft = new Lane(capacity, maxFrame, false);
    left = new End(leftToRight, rightToLeft);
    right = new End(rightToLeft, leftToRight);
  }

  /** One end. */
  public End left() {
    return left;
  }

  /** The other end. */
  public End right() {
    return right;
  }

  /** Has somebody listen to all frames of both directions from now on. */
  public void tap(WireTap tap) {
    left.out.tap(tap);
    right.out.tap(tap);
  }

  /** An end: sends frames to the other end and takes frames from it. */
  public static final class End {
    private final Lane out;
    private final Lane in;

    private End(Lane out, Lane in) {
      this.out = out;
      this.in = in;
    }

    /** Sends a good frame; false if it was lost. */
    public boolean send(byte[] frame) {
      return send(frame, true);
    }

    /**
     * Sends a frame.
     *
     * @param frame its bytes without frame check sequence
     * @param goodFcs false to damage it on the way
     * @return false if it was lost
     */
    public boolean send(byte[] frame, boolean goodFcs) {
      Frame copy = new Frame(frame.length);
      System.arraycopy(frame, 0, copy.bytes, 0, frame.length);
      copy.length = frame.length;
      copy.goodFcs = goodFcs;
      return out.offer(copy);
    }

    /** Takes the oldest frame; an empty array if none waits. */
    public byte[] receive() {
      Frame frame = new Frame(Frame.MAX_LENGTH);
      return in.poll(frame) ? Arrays.copyOf(frame.bytes, frame.length) : new byte[0];
    }

    /** Frames that wait to be taken at this end. */
    public int waiting() {
      return in.waiting();
    }

    /** Frames that this end sent and the wire lost. */
    public long lost() {
      return out.lost();
    }

    boolean offer(Frame frame) {
      return out.offer(frame);
    }

    boolean poll(Frame into) {
      return in.poll(into);
    }
  }
}
