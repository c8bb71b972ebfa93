package org.ringbook.device;

/** Listens to a wire, as a tap or a mirror port does. */
@FunctionalInterface
public interface WireTap {
  /** Nobody listens. */
  WireTap NONE = (fromLeft, bytes, length, goodFcs) -> {};

  /**
   * A frame is on the wire. Frames of one direction come one after the other, those
   * of both may come from two threads.
   *
   * @param fromLeft whether the left end sent it
   * @param bytes its buffer, valid until this returns
   * @param length bytes of the frame, without frame check sequence
   * @param goodFcs whether the check sequence that follows is right
   */
  void frame(boolean fromLeft, byte[] bytes, int length, boolean goodFcs);
}
