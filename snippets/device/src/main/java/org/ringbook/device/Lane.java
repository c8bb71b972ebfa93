package org.ringbook.device;

/**
 * One direction of a wire: frames in order, of which at most a fixed number wait.
 */
final class Lane {
  private final Frame[] queue;
  private final boolean fromLeft;
  private volatile WireTap tap = WireTap.NONE;
  private int first;
  private int waiting;
  private long lost;

  Lane(int capacity, int maxFrame, boolean fromLeft) {
    this.fromLeft = fromLeft;
    queue = new Frame[capacity];
    for (int i = 0; i < capacity; i++) {
      queue[i] = new Frame(maxFrame);
    }
  }

  synchronized boolean offer(Frame frame) {
    if (waiting == queue.length || frame.length > queue[0].bytes.length) {
      lost++;
      return false;
    }
    queue[(first + waiting) % queue.length].copyFrom(frame);
    waiting++;
    tap.frame(fromLeft, frame.bytes, frame.length, frame.goodFcs);
    return true;
  }

  void tap(WireTap listener) {
    tap = listener;
  }

  synchronized boolean poll(Frame into) {
    if (waiting == 0) {
      return false;
    }
    into.copyFrom(queue[first]);
    first = (first + 1) % queue.length;
    waiting--;
    return true;
  }

  synchronized int waiting() {
    return waiting;
  }

  synchronized long lost() {
    return lost;
  }
}
