package org.ringbook.adapters.illumos;

/**
 * What mac_hcksum_get tells of a message, and mac_hcksum_set: for offsets, those after
 * the MAC header count from the IP header (mac_hcksum_get(9F)).
 *
 * @param start first byte to sum, after the MAC header
 * @param stuff where the sum goes, after the MAC header
 * @param flags {@code HCK_} bits
 */
public record ChecksumRequest(int start, int stuff, int flags) {
  /** HCK_IPV4_HDRCKSUM on the way out; HCK_IPV4_HDRCKSUM_OK on the way in. */
  public static final int HCK_IPV4_HDRCKSUM = 0x01;

  /** HCK_PARTIALCKSUM: the field holds the sum of the pseudo header. */
  public static final int HCK_PARTIALCKSUM = 0x02;

  /** HCK_FULLCKSUM_OK on the way in: the transport checksum is good. */
  public static final int HCK_FULLCKSUM_OK = 0x08;

  /** Nothing. */
  public static final ChecksumRequest NONE = new ChecksumRequest(0, 0, 0);

  /** Whether a flag is set. */
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
