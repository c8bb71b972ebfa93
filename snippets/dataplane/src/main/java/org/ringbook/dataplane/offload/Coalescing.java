package org.ringbook.dataplane.offload;

/**
 * What a {@link Coalescer} did with a frame, and why it was not merged if it was
 * not. Merging must be reversible, or a router that does it changes what it
 * forwards: so each refusal names something that segmentation could not bring back.
 */
public enum Coalescing {
  /** Kept as the first of its flow, to see whether the next one fits. */
  HELD,
  /** Appended to the frame that is held of its flow. */
  MERGED,

  /** Passed on: not TCP, or its headers are not sound. */
  NOT_TCP,
  /** Passed on: it lies in several buffers already. */
  SEVERAL_BUFFERS,
  /** Passed on: an IP fragment, whose TCP checksum covers what is not here. */
  FRAGMENT,
  /** Passed on: IPv4 options or IPv6 extension headers. */
  IP_OPTIONS,
  /** Passed on: SYN, RST or URG, which say something of this segment alone. */
  CONTROL_FLAGS,
  /** Passed on: a pure acknowledgment; merged, duplicates could not be counted. */
  NO_PAYLOAD,
  /** Passed on: a checksum of IPv4 or TCP is wrong; a merged one would hide that. */
  BAD_CHECKSUM,
  /** Passed on: PSH or FIN, with nothing held before: no more is to come. */
  PUSHED,

  /** Another time to live or hop limit: another path. */
  TIME_TO_LIVE,
  /** Other ECN bits: a mark of congestion would spread or get lost. */
  CONGESTION_MARK,
  /** Another differentiated services code point. */
  TRAFFIC_CLASS,
  /** Another IPv6 flow label. */
  FLOW_LABEL,
  /** Another don't-fragment bit. */
  DONT_FRAGMENT,
  /** IPv4 identification neither one more, nor constant with don't fragment. */
  IDENTIFICATION,
  /** CWR, which belongs to the first segment only. */
  WINDOW_REDUCED,
  /** Other flags than the frame that is held, but for PSH and FIN. */
  FLAGS,
  /** Another window. */
  WINDOW,
  /** Another acknowledgment number. */
  ACKNOWLEDGMENT,
  /** Other TCP options: another timestamp, or a selective acknowledgment. */
  OPTIONS,
  /** Not the next sequence number: lost, repeated or out of order. */
  SEQUENCE,
  /** More payload than the first segment: it would be cut elsewhere. */
  SEGMENT_SIZE,
  /** The merged packet would exceed 65535 bytes, or the chain its most buffers. */
  SIZE_LIMIT;

  /** Whether the frame was passed on alone, after what was held of its flow. */
  public boolean isPassedOn() {
    return compareTo(NOT_TCP) >= 0 && compareTo(PUSHED) <= 0;
  }

  /**
   * Whether the frame ended what was held of its flow, and was held in its place.
   */
  public boolean isRefusal() {
    return compareTo(PUSHED) > 0;
  }
}
