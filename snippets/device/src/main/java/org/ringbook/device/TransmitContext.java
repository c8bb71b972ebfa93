package org.ringbook.device;

/**
 * What a context descriptor said, in the terms of the 8254x: where sums start, end,
 * and are stored, in bytes from the start of the frame. The 82599 gives lengths of
 * headers instead, from which the same follows.
 */
final class TransmitContext {
  boolean ipv4;
  boolean tcp;
  int ipStart;
  int ipStore;

  /** First byte after the IP header; 0: the end of the frame. */
  int ipEnd;

  int transportStart;
  int transportStore;

  /** First byte after what is summed; 0: the end of the frame. */
  int transportEnd;

  /** Bytes of all headers. */
  int headerLength;

  int mss;

  /** Bytes after the headers, or -1 if the context does not say. */
  int payload;

  /** Tag to insert, where the context holds it. */
  int tag;

  void clear() {
    ipv4 = false;
    tcp = false;
    ipStart = 0;
    ipStore = 0;
    ipEnd = 0;
    transportStart = 0;
    transportStore = 0;
    transportEnd = 0;
    headerLength = 0;
    mss = 0;
    payload = -1;
    tag = 0;
  }
}
