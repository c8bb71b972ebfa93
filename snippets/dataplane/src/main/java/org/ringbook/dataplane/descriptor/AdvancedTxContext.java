package org.ringbook.dataplane.descriptor;

import static org.ringbook.dataplane.descriptor.LittleEndian.U32;
import static org.ringbook.dataplane.descriptor.LittleEndian.word;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * The advanced transmit context descriptor of the 82599 (82599 datasheet 7.2.3.2.3):
 * the header lengths, VLAN tag and segment size that data descriptors with CC refer
 * to.
 *
 * <pre>
 *     63    48 47     42 41    32 31            16 15      9 8           0
 *    +--------+---------+--------+----------------+---------+-------------+
 *  0 |  RSV   |  FCoEF  |SA index|      VLAN      | MACLEN  |    IPLEN    |
 *    +--------+-------+-+---+----+---+------------+--+------+-------------+
 *  8 |  MSS   | L4LEN | RSV |IDX|RSV | DEXT | RSV | DTYP | TUCMD | ESPLEN |
 *    +--------+-------+-----+---+----+------+-----+------+-------+--------+
 *     63    48 47   40 39 37 36  35 30  29   28 24 23  20 19    9 8      0
 * </pre>
 */
public final class AdvancedTxContext {
  /** Name of the format, for captions. */
  public static final String TITLE = "advanced transmit context descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** DTYP of this format. */
  public static final int DTYP = 2;

  /** Type word: IPv4; clear: IPv6. */
  public static final int IPV4 = 0x400;

  /** Type word: TCP; with {@link #SCTP} clear too: UDP. */
  public static final int TCP = 0x800;

  /** Type word: SCTP. */
  public static final int SCTP = 0x1000;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U32.withName("lengths"),
          U32.withName("security"),
          U32.withName("type"),
          U32.withName("segments"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("IPLEN", 9)
          .driver("MACLEN", 7)
          .driver("VLAN tag", 16)
          .driver("SA index", 10)
          .driver("FCoEF", 6)
          .reserved(16)
          .driver("ESP_LEN", 9)
          .driver("SNAP", 1)
          .driver("IPV4", 1)
          .driver("L4T", 2)
          .driver("ESP", 1)
          .driver("encryption", 1)
          .driver("FCoE", 1)
          .reserved(4)
          .driver("DTYP", 4)
          .reserved(5)
          .driver("DEXT", 1)
          .reserved(2)
          .reserved(4)
          .driver("IDX", 1)
          .reserved(3)
          .driver("L4LEN", 8)
          .driver("MSS", 16)
          .complete();

  private static final int DEXT = 1 << 29;

  private static final VarHandle LENGTHS = word(LAYOUT, "lengths");
  private static final VarHandle SECURITY = word(LAYOUT, "security");
  private static final VarHandle TYPE = word(LAYOUT, "type");
  private static final VarHandle SEGMENTS = word(LAYOUT, "segments");

  private AdvancedTxContext() {}

  /**
   * Describes the headers; IPsec and FCoE fields are 0, DTYP and DEXT are added.
   *
   * @param slots memory of the ring
   * @param offset byte offset of the descriptor in {@code slots}
   * @param mac bytes of the Ethernet header without VLAN tag, 7 bits
   * @param ip bytes of the IP header, 9 bits
   * @param vlanTag tag to insert for VLE, 16 bits
   * @param type {@link #IPV4}, {@link #TCP}, {@link #SCTP}
   */
  public static void write(
      MemorySegment slots, long offset, int mac, int ip, int vlanTag, int type) {
    int lengths = (mac & 0x7f) << 9 | (ip & 0x1ff);
    LENGTHS.set(slots, offset, vlanTag << 16 | lengths);
    SECURITY.set(slots, offset, 0);
    TYPE.set(slots, offset, DEXT | DTYP << 20 | type);
    SEGMENTS.set(slots, offset, 0);
  }

  /**
   * What TCP segmentation needs, and which of the queue's contexts this is.
   *
   * @param index IDX, 0 or 1
   * @param l4Length bytes of the TCP header, 8 bits
   * @param mss bytes of data in each segment, 16 bits
   */
  public static void segmentation(
      MemorySegment slots, long offset, int index, int l4Length, int mss) {
    int header = (l4Length & 0xff) << 8 | (index & 1) << 4;
    SEGMENTS.set(slots, offset, mss << 16 | header);
  }

  /** Bytes of the IP header. */
  public static int ipLength(MemorySegment slots, long offset) {
    return (int) LENGTHS.get(slots, offset) & 0x1ff;
  }

  /** Bytes of the Ethernet header. */
  public static int macLength(MemorySegment slots, long offset) {
    return (int) LENGTHS.get(slots, offset) >>> 9 & 0x7f;
  }

  /** Bytes of data in each segment. */
  public static int mss(MemorySegment slots, long offset) {
    return (int) SEGMENTS.get(slots, offset) >>> 16;
  }
}
