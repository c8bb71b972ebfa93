package org.ringbook.adapters.windows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * NET_BUFFER: one frame. Its data start {@link #currentMdlOffset} bytes into {@link
 * #currentMdl} and go on through the chain for {@link #dataLength} bytes; the last MDL
 * may describe more than that (WDK, NET_BUFFER).
 */
public final class NetBuffer {
  private final Mdl currentMdl;
  private final int currentMdlOffset;
  private int dataLength;
  private NetBufferList list;
  private NetBuffer next;
  private ScatterGatherList scatterGather;

  /**
   * A frame.
   *
   * @param first MDL of the data
   * @param offset bytes of it that are not data
   * @param length bytes of the frame
   */
  public NetBuffer(Mdl first, int offset, int length) {
    currentMdl = first;
    currentMdlOffset = offset;
    dataLength = length;
  }

  /** CurrentMdl: where the data start. */
  public Mdl currentMdl() {
    return currentMdl;
  }

  /** CurrentMdlOffset, in bytes. */
  public int currentMdlOffset() {
    return currentMdlOffset;
  }

  /** NET_BUFFER_DATA_LENGTH, in bytes. */
  public int dataLength() {
    return dataLength;
  }

  /** Sets the length of a received frame. */
  public void dataLength(int bytes) {
    dataLength = bytes;
  }

  /** NET_BUFFER_NEXT_NB: the next frame of the same list, or null. */
  public NetBuffer next() {
    return next;
  }

  /** The list that the frame belongs to. */
  public NetBufferList list() {
    return list;
  }

  /** The scatter/gather list that the frame has now, or null. */
  ScatterGatherList scatterGather() {
    return scatterGather;
  }

  void scatterGather(ScatterGatherList elements) {
    scatterGather = elements;
  }

  void belongTo(NetBufferList owner, NetBuffer following) {
    list = owner;
    next = following;
  }

  /** A byte of the frame, 0 to 255, wherever its MDL is. */
  public int byteAt(int index) {
    int at = index + currentMdlOffset;
    Mdl mdl = currentMdl;
    for (; at >= mdl.byteCount(); mdl = mdl.next()) {
      at -= mdl.byteCount();
    }
    return mdl.memory().get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }

  /** A copy of the whole frame. */
  public byte[] toByteArray() {
    byte[] frame = new byte[dataLength];
    int skip = currentMdlOffset;
    int done = 0;
    for (Mdl mdl = currentMdl; done < dataLength; mdl = mdl.next()) {
      int count = Math.min(mdl.byteCount() - skip, dataLength - done);
      MemorySegment.copy(mdl.memory(), ValueLayout.JAVA_BYTE, skip, frame, done, count);
      done += count;
      skip = 0;
    }
    return frame;
  }
}
