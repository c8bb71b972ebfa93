package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * Frames in {@link LegacyTxDescriptor}s: any part of the 8254x, no context.
 *
 * <p>It can insert a VLAN tag, and one checksum: that of TCP or UDP, since the
 * sum runs from CSS to the end of the frame. The IPv4 header checksum ends with
 * its header, which this format has no field for. IC, IFCS and VLE count in the
 * last descriptor of a frame only (8254x SDM 3.3.3.1), so they are written there.
 */
public final class LegacyTxFormat implements TxFormat {
  private static final int REPORT =
      LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS | LegacyTxDescriptor.RS;

  private static final int LARGEST_OFFSET = 255;

  /** It keeps nothing: one serves all rings. */
  public LegacyTxFormat() {}

  @Override
  public int longestSegment() {
    return LegacyTxDescriptor.MAX_LENGTH;
  }

  @Override
  public int longestChain(int usable) {
    return usable;
  }

  @Override
  public void check(Packet frame) {
    Limits.require("frame", frame.frameLength(), 1, longestSegment());
    TxOffload offload = frame.offload();
    if (offload.wantsIpChecksum() || offload.segmentSize() > 0) {
      throw new IllegalArgumentException("legacy descriptors have no such offload");
    }
    if (offload.wantsTransportChecksum()) {
      Limits.require("checksum offset", checksumAt(offload), 1, LARGEST_OFFSET);
    }
  }

  @Override
  public boolean needsContext(Packet frame) {
    return false;
  }

  @Override
  public void writeContext(MemorySegment slots, long at, Packet frame) {
    throw new IllegalStateException("legacy descriptors have no context");
  }

  @Override
  public void writeData(MemorySegment slots, long at, Packet frame, Packet part) {
    boolean last = part.next() == null;
    int command = last ? command(frame.offload()) : 0;
    long address = part.busAddress();
    LegacyTxDescriptor.write(slots, at, address, part.length(), command);
    if (last) {
      addOptions(slots, at, frame.offload());
    }
  }

  private static int command(TxOffload offload) {
    int checksum = offload.wantsTransportChecksum() ? LegacyTxDescriptor.IC : 0;
    int tag = offload.vlan() == TxOffload.NO_VLAN ? 0 : LegacyTxDescriptor.VLE;
    return REPORT | checksum | tag;
  }

  private static void addOptions(MemorySegment slots, long at, TxOffload offload) {
    if (offload.wantsTransportChecksum()) {
      int start = offload.macLength() + offload.ipLength();
      LegacyTxDescriptor.checksum(slots, at, start, checksumAt(offload));
    }
    if (offload.vlan() != TxOffload.NO_VLAN) {
      LegacyTxDescriptor.special(slots, at, offload.vlan());
    }
  }

  /** Where the checksum goes: byte 16 of a TCP header, byte 6 of a UDP header. */
  static int checksumAt(TxOffload offload) {
    int transport = offload.macLength() + offload.ipLength();
    return transport + (offload.isTcp() ? 16 : 6);
  }

  @Override
  public boolean isDone(MemorySegment slots, long at) {
    return LegacyTxDescriptor.isDone(slots, at);
  }

  @Override
  public void reset() {}
}
