package org.ringbook.adapters.windows;

/**
 * NDIS_NET_BUFFER_LIST_8021Q_INFO: the tag travels beside the frame, as three fields
 * and not as the 16 bits of the wire (nbl8021q.h).
 *
 * @param userPriority 0 to 7
 * @param canonicalFormatId 0 or 1
 * @param vlanId 0 to 4095
 * @param present false: no tag; in C all fields are 0 then
 */
public record Ieee8021QInfo(
    int userPriority, // PCP
    int canonicalFormatId, // CFI, now DEI
    int vlanId, // VID
    boolean present) {
  /** No tag. */
  public static final Ieee8021QInfo NONE = new Ieee8021QInfo(0, 0, 0, false);

  /** Splits tag control information, 0 to 65535 (IEEE 802.1Q 9.6). */
  public static Ieee8021QInfo of(int control) {
    int priority = control >> 13 & 7;
    int formatId = control >> 12 & 1;
    return new Ieee8021QInfo(priority, formatId, control & 0xfff, true);
  }

  /** Tag control information, 0 to 65535. */
  public int control() {
    return userPriority << 13 | canonicalFormatId << 12 | vlanId;
  }
}
