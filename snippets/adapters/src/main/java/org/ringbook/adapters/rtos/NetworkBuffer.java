package org.ringbook.adapters.rtos;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A buffer of a static pool, in memory that the device reaches. The stack, the driver
 * and the device pass it on without a copy; whoever has it last puts it back.
 */
public final class NetworkBuffer {
  private final StaticPool home;
  private final MemorySegment memory;
  private final long busAddress;
  private int length;
  private NetworkBuffer next;
  private boolean checksum;
  private boolean checksumGood;
  private boolean taken;

  NetworkBuffer(StaticPool home, MemorySegment memory, long busAddress) {
    this.home = home;
    this.memory = memory;
    this.busAddress = busAddress;
  }

  /** All of its memory. */
  public MemorySegment memory() {
    return memory;
  }

  /** Where the device finds it. */
  public long busAddress() {
    return busAddress;
  }

  /** Bytes of the frame in it. */
  public int length() {
    return length;
  }

  /** Sets the bytes of the frame in it. */
  public void length(int bytes) {
    length = bytes;
  }

  /** The buffer with the next bytes of the same frame, or null. */
  public NetworkBuffer next() {
    return next;
  }

  /** Links the next buffer of the same frame. */
  public void next(NetworkBuffer more) {
    next = more;
  }

  /** Whether the device is to compute the checksums; the fields are 0. */
  public boolean wantsChecksum() {
    return checksum;
  }

  /** Has the device compute the checksums. */
  public void wantChecksum(boolean wanted) {
    checksum = wanted;
  }

  /** Whether the device found the checksums good. */
  public boolean isChecksumGood() {
    return checksumGood;
  }

  /** Notes the device's verdict. */
  public void checksumGood(boolean good) {
    checksumGood = good;
  }

  /** A copy of the whole frame. */
  public byte[] toByteArray() {
    byte[] frame = new byte[frameLength()];
    int done = 0;
    for (NetworkBuffer at = this; at != null; at = at.next) {
      MemorySegment.copy(at.memory, ValueLayout.JAVA_BYTE, 0, frame, done, at.length);
      done += at.length;
    }
    return frame;
  }

  /** Bytes of the whole frame. */
  public int frameLength() {
    int bytes = 0;
    for (NetworkBuffer at = this; at != null; at = at.next) {
      bytes += at.length;
    }
    return bytes;
  }

  /** Puts all buffers of the frame back, each into its pool. */
  public void release() {
    NetworkBuffer following;
    for (NetworkBuffer at = this; at != null; at = following) {
      following = at.next;
      at.home.put(at);
    }
  }

  boolean isTaken() {
    return taken;
  }

  void taken(boolean now) {
    taken = now;
    length = 0;
    next = null;
    checksum = false;
    checksumGood = false;
  }

  boolean isOf(StaticPool pool) {
    return home == pool;
  }
}
