package org.ringbook.device;

/** What a family's registers say about receiving. */
interface ReceiveControl {
  /** The descriptors of its rings. */
  ReceiveFormat format();

  /** Offset of VFTA. */
  int vlanTable();

  /** Reads the rules that hold now for all queues. */
  void load(ReceiveRules rules);

  /** Which queue a frame goes to; notes the hash, if there is one, in the result. */
  int steer(Frame frame, Headers headers, ReceiveResult result);

  /** Whether the queue may store frames. */
  boolean isEnabled(int queue);

  /** Bytes of each buffer of a queue. */
  int bufferSize(int queue);

  /** Whether tags are taken out for a queue. */
  boolean stripsTags(int queue);

  /** Raises causes of a frame stored; {@code low}: half a ring or less is left. */
  void stored(int queue, boolean low);

  /** Counts and reports a frame for which there was no room. */
  void lost(int queue);
}
