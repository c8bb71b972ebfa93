package org.ringbook.dataplane.ring;

import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.DD;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.FRAME_ERRORS;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.IPCS;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.IPE;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.IXSM;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.TCPCS;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.TCPE;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.VP;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;

/**
 * The receive descriptors of the 8254x (8254x SDM 3.2.3). The write-back leaves the
 * address in place; it is written anew all the same, as the buffer is another one.
 *
 * <p>An error bit of a checksum means something only beside the status bit that says
 * the checksum was calculated, and neither does if IXSM is set (SDM 3.2.3.1, 3.2.9).
 */
public final class LegacyRxFormat implements RxFormat {

  /** It keeps nothing: one serves all rings. */
  public LegacyRxFormat() {}

  @Override
  public void post(MemorySegment slots, long at, long busAddress) {
    LegacyRxDescriptor.write(slots, at, busAddress);
  }

  @Override
  public long read(MemorySegment slots, long at) {
    return LegacyRxDescriptor.read(slots, at);
  }

  @Override
  public boolean isDone(long word) {
    return (LegacyRxDescriptor.status(word) & DD) != 0;
  }

  @Override
  public boolean isLast(long word) {
    return (LegacyRxDescriptor.status(word) & EOP) != 0;
  }

  @Override
  public int length(long word) {
    return LegacyRxDescriptor.length(word);
  }

  @Override
  public boolean isDamaged(long word) {
    return (LegacyRxDescriptor.errors(word) & FRAME_ERRORS) != 0;
  }

  @Override
  public int status(long word) {
    return LegacyRxDescriptor.status(word);
  }

  @Override
  public int errors(long word) {
    return LegacyRxDescriptor.errors(word);
  }

  @Override
  public void describe(MemorySegment slots, long at, long word, Packet first) {
    int status = status(word);
    boolean tagged = (status & VP) != 0;
    int tag = tagged ? LegacyRxDescriptor.special(word) : RxMetadata.NO_VLAN;
    first.metadata().set(tag, 0, 0, verdict(status, errors(word)));
  }

  private static Checksum verdict(int status, int errors) {
    boolean ip = (status & IPCS) != 0;
    boolean transport = (status & TCPCS) != 0;
    if ((status & IXSM) != 0 || (!ip && !transport)) {
      return Checksum.NOT_CHECKED;
    }
    if ((ip && (errors & IPE) != 0) || (transport && (errors & TCPE) != 0)) {
      return Checksum.BAD;
    }
    return transport ? Checksum.ALL_GOOD : Checksum.IP_GOOD;
  }
}
