package org.ringbook.dataplane.ring;

import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.DD;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.EOP;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.IPCS;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.IPE;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.L4E;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.L4I;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.RXE;
import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.VP;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.AdvancedRxRead;
import org.ringbook.dataplane.descriptor.AdvancedRxWriteBack;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;

/**
 * The advanced receive descriptors of the 82599, one buffer each (82599 datasheet
 * 7.1.6). The write-back overlays both addresses, so both words are written when a
 * buffer is posted, also when it is the same one again; the header address is 0,
 * which clears DD.
 *
 * <p>Status bits beyond DD and EOP, and all errors, are valid in a frame's last
 * descriptor only. A UDP datagram without a checksum may be reported as wrong (82599
 * specification update, "RX UDP checksum"), one more reason why {@link Checksum#BAD}
 * is a question to the stack and not a reason to drop.
 */
public final class AdvancedRxFormat implements RxFormat {
  private static final int STATUS_BITS = 20;

  private final boolean reportsChecksums;

  /** Reports what the device says of checksums; one serves all rings. */
  public AdvancedRxFormat() {
    this(true);
  }

  /**
   * One serves all rings.
   *
   * @param reportsChecksums whether verdicts on checksums are passed on: the device
   *     has no switch for them (82599 datasheet 8.2.3.7.5, RXCSUM), so that whoever
   *     did not ask must be spared them here, as Linux's ixgbe does
   */
  public AdvancedRxFormat(boolean reportsChecksums) {
    this.reportsChecksums = reportsChecksums;
  }

  @Override
  public void post(MemorySegment slots, long at, long busAddress) {
    AdvancedRxRead.write(slots, at, busAddress, 0);
  }

  @Override
  public long read(MemorySegment slots, long at) {
    return AdvancedRxWriteBack.read(slots, at);
  }

  @Override
  public boolean isDone(long word) {
    return (word & DD) != 0;
  }

  @Override
  public boolean isLast(long word) {
    return (word & EOP) != 0;
  }

  @Override
  public int length(long word) {
    return AdvancedRxWriteBack.length(word);
  }

  @Override
  public boolean isDamaged(long word) {
    return (word & RXE) != 0;
  }

  /** Bits 0 to 19 of the word. */
  @Override
  public int status(long word) {
    return (int) word & ((1 << STATUS_BITS) - 1);
  }

  /** Bits 20 to 31 of the word, where they stand. */
  @Override
  public int errors(long word) {
    return (int) word & (-1 << STATUS_BITS);
  }

  @Override
  public void describe(MemorySegment slots, long at, long word, Packet first) {
    boolean tagged = (word & VP) != 0;
    int tag = tagged ? AdvancedRxWriteBack.vlan(word) : RxMetadata.NO_VLAN;
    int type = AdvancedRxWriteBack.rssType(slots, at);
    int hash = type == 0 ? 0 : AdvancedRxWriteBack.rssHash(slots, at);
    var sums = reportsChecksums ? verdict((int) word) : Checksum.NOT_CHECKED;
    first.metadata().set(tag, hash, type, sums);
  }

  private static Checksum verdict(int word) {
    boolean ip = (word & IPCS) != 0;
    boolean transport = (word & L4I) != 0;
    if (!ip && !transport) {
      return Checksum.NOT_CHECKED;
    }
    if ((ip && (word & IPE) != 0) || (transport && (word & L4E) != 0)) {
      return Checksum.BAD;
    }
    return transport ? Checksum.ALL_GOOD : Checksum.IP_GOOD;
  }
}
