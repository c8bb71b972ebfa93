package org.ringbook.dataplane.ring;

import static org.ringbook.dataplane.descriptor.AdvancedTxData.EOP;
import static org.ringbook.dataplane.descriptor.AdvancedTxData.IFCS;
import static org.ringbook.dataplane.descriptor.AdvancedTxData.IXSM;
import static org.ringbook.dataplane.descriptor.AdvancedTxData.RS;
import static org.ringbook.dataplane.descriptor.AdvancedTxData.TSE;
import static org.ringbook.dataplane.descriptor.AdvancedTxData.TXSM;
import static org.ringbook.dataplane.descriptor.AdvancedTxData.VLE;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.AdvancedTxContext;
import org.ringbook.dataplane.descriptor.AdvancedTxData;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * Frames in the advanced descriptors of the 82599 (82599 datasheet 7.2.3.2): VLAN
 * tags, checksums of IPv4, TCP and UDP, and TCP segmentation.
 *
 * <p>The VLAN tag and the segment size stand in the context, the length of the frame
 * does not (PAYLEN is in the first data descriptor). So a context serves segmented
 * frames of any length, and a queue has two, named by IDX: the one that was used
 * less recently is written over.
 */
public final class AdvancedTxFormat implements TxFormat {
  /** As Linux cuts buffers, {@code IXGBE_MAX_DATA_PER_TXD}; DTALEN has 16 bits. */
  public static final int LONGEST_SEGMENT = 1 << 14;

  /** Descriptors of one frame, context included (82599 datasheet 7.2.1.1). */
  public static final int MOST_DESCRIPTORS = 40;

  /** PAYLEN has 18 bits. */
  private static final int LARGEST_PAYLOAD = (1 << 18) - 1;

  /** Untagged Ethernet: where the IP header starts if nobody said. */
  private static final int ETHERNET_HEADER = 14;

  private static final int LARGEST_MSS = 0xffff;
  private static final int LARGEST_MAC = 127;
  private static final int LARGEST_IP = 511;
  private static final long NO_CONTEXT = -1;

  private final long[] contexts = {NO_CONTEXT, NO_CONTEXT};
  private int recent = 1;

  /** Knows no context yet: the device was reset. */
  public AdvancedTxFormat() {}

  @Override
  public int longestSegment() {
    return LONGEST_SEGMENT;
  }

  @Override
  public int longestChain(int usable) {
    return Math.min(usable, MOST_DESCRIPTORS) - 1;
  }

  @Override
  public void check(Packet frame) {
    TxOffload offload = frame.offload();
    boolean headers = offload.needsContext();
    Limits.require("MAC", offload.macLength(), headers ? 1 : 0, LARGEST_MAC);
    Limits.require("IP", offload.ipLength(), headers ? 1 : 0, LARGEST_IP);
    Limits.require("payload", payload(frame), 1, LARGEST_PAYLOAD);
    Limits.require("segment", offload.segmentSize(), 0, LARGEST_MSS);
    if (offload.segmentSize() > 0 && !offload.isTcp()) {
      throw new IllegalArgumentException("TSE segments TCP only");
    }
  }

  /** PAYLEN: the whole frame, or what is behind the headers if it is segmented. */
  private static int payload(Packet frame) {
    TxOffload offload = frame.offload();
    int headers = offload.segmentSize() > 0 ? offload.headerLength() : 0;
    return frame.frameLength() - headers;
  }

  @Override
  public boolean needsContext(Packet frame) {
    return !frame.offload().isPlain() && !isKnown(key(frame.offload()));
  }

  private boolean isKnown(long key) {
    return contexts[0] == key || contexts[1] == key;
  }

  /** All that a context depends on, in one word of 58 bits. */
  private static long key(TxOffload offload) {
    int protocols = (offload.isIpv6() ? 1 : 0) | (offload.isTcp() ? 2 : 0);
    int lengths = macLength(offload) << 9 | offload.ipLength();
    int header = (offload.transportLength() & 0xff) << 2 | protocols;
    int tag = Math.max(offload.vlan(), 0);
    long low = (long) header << 16 | lengths;
    return (long) offload.segmentSize() << 42 | (long) tag << 26 | low;
  }

  private static int macLength(TxOffload offload) {
    return offload.macLength() == 0 ? ETHERNET_HEADER : offload.macLength();
  }

  @Override
  public void writeContext(MemorySegment slots, long at, Packet frame) {
    TxOffload offload = frame.offload();
    int type =
        (offload.isIpv6() ? 0 : AdvancedTxContext.IPV4)
            | (offload.isTcp() ? AdvancedTxContext.TCP : 0);
    int tag = Math.max(offload.vlan(), 0);
    int mac = macLength(offload);
    int index = 1 - recent;
    AdvancedTxContext.write(slots, at, mac, offload.ipLength(), tag, type);
    AdvancedTxContext.segmentation(
        slots, at, index, offload.transportLength(), offload.segmentSize());
    contexts[index] = key(offload);
    recent = index;
  }

  /** The first descriptor speaks for the frame: PAYLEN, CC, IDX and POPTS. */
  @Override
  public void writeData(MemorySegment slots, long at, Packet frame, Packet part) {
    TxOffload offload = frame.offload();
    boolean first = part == frame;
    int dcmd = dcmd(offload) | (part.next() == null ? EOP | RS : 0);
    int payload = first ? payload(frame) : 0;
    long address = part.busAddress();
    AdvancedTxData.write(slots, at, address, part.length(), dcmd, payload);
    if (first && !offload.isPlain()) {
      recent = contexts[0] == key(offload) ? 0 : 1;
      AdvancedTxData.context(slots, at, recent, popts(offload));
    }
  }

  private static int dcmd(TxOffload offload) {
    int tse = offload.segmentSize() > 0 ? TSE : 0;
    int vle = offload.vlan() == TxOffload.NO_VLAN ? 0 : VLE;
    return IFCS | tse | vle;
  }

  private static int popts(TxOffload offload) {
    int ip = offload.wantsIpChecksum() ? IXSM : 0;
    int transport = offload.wantsTransportChecksum() ? TXSM : 0;
    return ip | transport;
  }

  @Override
  public boolean isDone(MemorySegment slots, long at) {
    return AdvancedTxData.isDone(slots, at);
  }

  @Override
  public void reset() {
    contexts[0] = NO_CONTEXT;
    contexts[1] = NO_CONTEXT;
    recent = 1;
  }
}
