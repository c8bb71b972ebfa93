package org.ringbook.adapters.illumos;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.adapters.host.RuleBroken;

/**
 * mblk_t: a window, {@code b_rptr} to {@code b_wptr}, on a data buffer, and two links:
 * {@code b_cont} to the next piece of the frame, {@code b_next} to the next frame
 * (msgb(9S)). Of offload information, that of a frame's first piece counts.
 */
public final class Mblk {
  private final Dblk data;
  private long readOffset;
  private long writeOffset;
  private Mblk cont;
  private Mblk next;
  private boolean freed;
  private ChecksumRequest checksum = ChecksumRequest.NONE;
  private int segmentSize;

  Mblk(Dblk data, long readOffset, long writeOffset) {
    this.data = data;
    this.readOffset = readOffset;
    this.writeOffset = writeOffset;
  }

  /** The bytes from b_rptr to b_wptr. */
  public MemorySegment bytes() {
    requireLive();
    return data.buffer().asSlice(readOffset, length());
  }

  /**
   * The same to be written to.
   *
   * @throws RuleBroken if another message refers to the buffer
   */
  public MemorySegment writable() {
    requireLive();
    if (data.references() > 1) {
      throw new RuleBroken(
          "a buffer that messages share is not written to",
          "dupb(9F)",
          "db_ref is " + data.references());
    }
    return data.buffer();
  }

  /** MBLKL: bytes from b_rptr to b_wptr. */
  public int length() {
    return (int) (writeOffset - readOffset);
  }

  /** Moves b_wptr, to have so many bytes. */
  public void length(int bytes) {
    requireLive();
    if (readOffset + bytes > data.buffer().byteSize()) {
      throw new RuleBroken("b_wptr stays below db_lim", "datab(9S)", bytes + " bytes");
    }
    writeOffset = readOffset + bytes;
  }

  /** b_cont: the next piece of the same frame, or null. */
  public Mblk cont() {
    return cont;
  }

  /** Sets b_cont. */
  public void cont(Mblk more) {
    requireLive();
    cont = more;
  }

  /** b_next: the next frame, or null. */
  public Mblk next() {
    return next;
  }

  /** Sets b_next. */
  public void next(Mblk message) {
    requireLive();
    next = message;
  }

  /** msgsize: bytes of the frame. */
  public int messageLength() {
    int bytes = 0;
    for (Mblk at = this; at != null; at = at.cont) {
      bytes += at.length();
    }
    return bytes;
  }

  /** A byte of the frame, 0 to 255, in whichever piece it is. */
  public int byteAt(int index) {
    int at = index;
    Mblk piece = this;
    for (; at >= piece.length(); piece = piece.cont) {
      at -= piece.length();
    }
    return piece.bytes().get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }

  /** Copies the frame into memory; bcopy, a piece at a time. */
  public void copyTo(MemorySegment to) {
    long done = 0;
    for (Mblk at = this; at != null; at = at.cont) {
      MemorySegment.copy(at.bytes(), 0, to, done, at.length());
      done += at.length();
    }
  }

  ChecksumRequest checksum() {
    return checksum;
  }

  void checksum(ChecksumRequest request) {
    checksum = request;
  }

  int segmentSize() {
    return segmentSize;
  }

  void segmentSize(int mss) {
    segmentSize = mss;
  }

  Dblk data() {
    return data;
  }

  Mblk duplicate() {
    data.refer();
    return new Mblk(data, readOffset, writeOffset);
  }

  void freeOnce() {
    requireLive();
    freed = true;
    data.drop();
  }

  private void requireLive() {
    if (freed) {
      throw new RuleBroken(
          "a message block is not used after freeb", "freeb(9F)", "it was freed before");
    }
  }
}
