package org.ringbook.device;

/** What a family's registers say about sending from one queue. */
interface TransmitControl {

  /** The descriptors of its ring. */
  TransmitFormat transmitFormat();

  /** Whether the queue may fetch descriptors. */
  boolean isEnabled();

  /** Whether short frames are padded to 60 bytes. */
  boolean pads();

  /** EtherType of tags, or {@link TransmitOrder#NO_TAG} if none are inserted. */
  int tagType();

  /** TCP flags, 12 bits, that the first of several segments keeps. */
  int firstFlags();

  /** TCP flags that those between keep. */
  int middleFlags();

  /** TCP flags that the last keeps. */
  int lastFlags();

  /** Counts a frame, or one of its segments, that went out. */
  default void sent() {}

  /** Raises the causes of one descriptor that is done. */
  void done(boolean reported, boolean ringEmpty);
}
