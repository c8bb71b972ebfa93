package org.ringbook.adapters.host;

/** A frame that reached the stack. */
public final class Incoming {
  private final byte[] bytes;
  private final int vlan;
  private final int queue;
  private final int hash;
  private final boolean checksumGood;
  private final int segments;

  /**
   * A received frame.
   *
   * @param bytes from the destination address on, without what the device took out
   * @param vlan tag that the device took out, or {@link Outgoing#NO_VLAN}
   * @param queue that it came in by, from 0
   * @param hash the RSS hash, or 0
   * @param checksumGood true if the stack was told that it need not check
   * @param segments frames of the wire that were merged into this one, at least 1
   */
  public Incoming(
      byte[] bytes, // copied
      int vlan,
      int queue,
      int hash,
      boolean checksumGood,
      int segments) {
    this.bytes = bytes.clone();
    this.vlan = vlan;
    this.queue = queue;
    this.hash = hash;
    this.checksumGood = checksumGood;
    this.segments = segments;
  }

  /** The frame, from the destination address on; a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Tag that the device took out, or {@link Outgoing#NO_VLAN}. */
  public int vlan() {
    return vlan;
  }

  /** Queue that it came in by, from 0. */
  public int queue() {
    return queue;
  }

  /** The RSS hash, or 0. */
  public int hash() {
    return hash;
  }

  /** True if the stack was told that it need not check. */
  public boolean checksumGood() {
    return checksumGood;
  }

  /** Frames of the wire that were merged into this one, at least 1. */
  public int segments() {
    return segments;
  }
}
