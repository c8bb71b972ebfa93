package org.ringbook.adapters.linux;

/** Fields of {@code struct sk_buff} that driver and stack tell each other by. */
public final class SkbFields {
  /** No tag beside the frame. */
  public static final int NO_VLAN = -1;

  /** What is known of checksums ({@code ip_summed}, include/linux/skbuff.h). */
  public enum IpSummed {
    /** Nothing: whoever needs it computes it. */
    CHECKSUM_NONE,
    /** Received: the device checked it, and it is right. */
    CHECKSUM_UNNECESSARY,
    /** To send: the device sums from {@code csum_start} on. */
    CHECKSUM_PARTIAL
  }

  /** {@code skb->ip_summed}. */
  public IpSummed ipSummed = IpSummed.CHECKSUM_NONE;

  /** Offset of the transport header; {@code skb_checksum_start_offset}. */
  public int csumStart;

  /** Offset of the checksum from there: 16 is TCP, 6 is UDP. */
  public int csumOffset;

  /** {@code skb_shinfo(skb)->gso_size}: payload bytes of a segment, or 0. */
  public int gsoSize;

  /** {@code skb->protocol}: the EtherType, in host order. */
  public int protocol;

  /** {@code skb->vlan_tci}, or {@link #NO_VLAN}. */
  public int vlanTci = NO_VLAN;

  /** {@code skb->queue_mapping}. */
  public int queueMapping;

  /** {@code skb->hash}, by {@code skb_set_hash}. */
  public int hash;

  SkbFields() {}
}
