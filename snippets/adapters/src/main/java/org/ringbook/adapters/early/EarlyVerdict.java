package org.ringbook.adapters.early;

/** What becomes of a frame: {@code enum xdp_action} of linux/bpf.h, in its order. */
public enum EarlyVerdict {
  /** The program could not decide: dropped, and Linux shows it at a tracepoint. */
  ABORTED,
  /** Dropped, as the program wants it. */
  DROP,
  /** On to the stack. */
  PASS,
  /** Sent back by the interface that received it. */
  TX
}
