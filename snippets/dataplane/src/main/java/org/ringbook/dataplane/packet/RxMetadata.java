package org.ringbook.dataplane.packet;

/**
 * What the device found out about a received frame. One belongs to each packet and
 * is reused; of a chain, that of the first packet counts.
 */
public final class RxMetadata {
  /** The device took no VLAN tag out. */
  public static final int NO_VLAN = -1;

  private int vlan = NO_VLAN;
  private int hash;
  private int hashType;
  private Checksum checksum = Checksum.NOT_CHECKED;

  // tag::verdicts[]
  /** What the device says of the checksums. */
  public enum Checksum {
    /** Nothing: the stack must check. */
    NOT_CHECKED,
    /** The IPv4 header checksum is right; the transport was not checked. */
    IP_GOOD,
    /** Those of IPv4, where there is one, and of TCP or UDP are right. */
    ALL_GOOD,
    /** One that was checked is wrong; the stack decides, and counts. */
    BAD
  }

  // end::verdicts[]

  RxMetadata() {}

  /** Knows nothing. */
  public void clear() {
    set(NO_VLAN, 0, 0, Checksum.NOT_CHECKED);
  }

  /**
   * Records what a write-back said.
   *
   * @param vlanTag control information of the tag taken out, or {@link #NO_VLAN}
   * @param rssHash 32 bits; 0 if {@code rssType} is 0
   * @param rssType what was hashed, as the 82599 numbers it (datasheet 7.1.2.8); 0:
   *     nothing
   * @param verdict on the checksums
   */
  public void set(int vlanTag, int rssHash, int rssType, Checksum verdict) {
    vlan = vlanTag;
    hash = rssHash;
    hashType = rssType;
    // Most verdicts are equal, and to compare is cheaper than to store a reference.
    if (checksum != verdict) {
      checksum = verdict;
    }
  }

  /** Control information of the tag taken out, 0 to 65535, or {@link #NO_VLAN}. */
  public int vlan() {
    return vlan;
  }

  /** The RSS hash. */
  public int hash() {
    return hash;
  }

  /** What was hashed; 0: nothing. */
  public int hashType() {
    return hashType;
  }

  /** What the device says of the checksums. */
  public Checksum checksum() {
    return checksum;
  }
}
