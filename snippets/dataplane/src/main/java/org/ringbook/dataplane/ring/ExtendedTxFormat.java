package org.ringbook.dataplane.ring;

import static org.ringbook.dataplane.descriptor.DataDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.DataDescriptor.IFCS;
import static org.ringbook.dataplane.descriptor.DataDescriptor.IXSM;
import static org.ringbook.dataplane.descriptor.DataDescriptor.RS;
import static org.ringbook.dataplane.descriptor.DataDescriptor.TSE;
import static org.ringbook.dataplane.descriptor.DataDescriptor.TXSM;
import static org.ringbook.dataplane.descriptor.DataDescriptor.VLE;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.ContextDescriptor;
import org.ringbook.dataplane.descriptor.DataDescriptor;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * Frames in TCP/IP context and data descriptors (8254x SDM 3.3.5 to 3.3.7, 3.5):
 * VLAN tags, checksums of IPv4, TCP and UDP, and TCP segmentation.
 *
 * <p>A context says where the headers end, so it serves all frames whose headers end
 * at the same places, and is written again only when they differ. That of a frame to
 * be segmented has the frame's length in PAYLEN and serves that frame alone. A frame
 * that needs no context goes out in legacy descriptors: both kinds may follow each
 * other in a ring, and have DD at the same place.
 */
public final class ExtendedTxFormat implements TxFormat {
  /** PAYLEN has 20 bits. */
  private static final int LARGEST_PAYLOAD = (1 << 20) - 1;

  /** TUCSS, TUCSO and HDRLEN have 8 bits. */
  private static final int LARGEST_OFFSET = 255;

  private static final int LARGEST_MSS = 0xffff;
  private static final int NO_CONTEXT = -1;

  private final LegacyTxFormat legacy = new LegacyTxFormat();
  private int context = NO_CONTEXT;

  /** Knows no context yet: the device was reset. */
  public ExtendedTxFormat() {}

  @Override
  public int longestSegment() {
    return legacy.longestSegment();
  }

  @Override
  public int longestChain(int usable) {
    return usable - 1;
  }

  @Override
  public void check(Packet frame) {
    TxOffload offload = frame.offload();
    if (offload.segmentSize() == 0) {
      Limits.require("frame", frame.frameLength(), 1, longestSegment());
    } else {
      checkSegmentation(frame.frameLength(), offload);
    }
    if (offload.needsContext()) {
      Limits.require("headers", offload.headerLength(), 1, LARGEST_OFFSET);
      int store = LegacyTxFormat.checksumAt(offload);
      Limits.require("checksum offset", store, 1, LARGEST_OFFSET);
    }
  }

  private static void checkSegmentation(int frameLength, TxOffload offload) {
    int payload = frameLength - offload.headerLength();
    Limits.require("payload", payload, 1, LARGEST_PAYLOAD);
    Limits.require("segment", offload.segmentSize(), 1, LARGEST_MSS);
    if (!offload.isTcp()) {
      throw new IllegalArgumentException("TSE segments TCP only");
    }
  }

  @Override
  public boolean needsContext(Packet frame) {
    TxOffload offload = frame.offload();
    boolean other = offload.segmentSize() > 0 || key(offload) != context;
    return offload.needsContext() && other;
  }

  /** All that a context for checksums depends on, in one word. */
  private static int key(TxOffload offload) {
    int protocols = (offload.isIpv6() ? 1 : 0) | (offload.isTcp() ? 2 : 0);
    return offload.macLength() << 16 | offload.ipLength() << 2 | protocols;
  }

  @Override
  public void writeContext(MemorySegment slots, long at, Packet frame) {
    TxOffload offload = frame.offload();
    boolean segmented = offload.segmentSize() > 0;
    ContextDescriptor.start(slots, at, tucmd(offload));
    int mac = offload.macLength();
    int transport = mac + offload.ipLength();
    // Byte 10 of an IPv4 header; IPv6 has no checksum, but a length to be updated.
    if (offload.isIpv6()) {
      ContextDescriptor.ip(slots, at, mac, 0, 0);
    } else {
      ContextDescriptor.ip(slots, at, mac, mac + 10, transport - 1);
    }
    int store = LegacyTxFormat.checksumAt(offload);
    ContextDescriptor.transport(slots, at, transport, store, 0);
    if (segmented) {
      int payload = frame.frameLength() - offload.headerLength();
      ContextDescriptor.segmentation(
          slots, at, payload, offload.headerLength(), offload.segmentSize());
    }
    context = segmented ? NO_CONTEXT : key(offload);
  }

  private static int tucmd(TxOffload offload) {
    int ip = offload.isIpv6() ? 0 : ContextDescriptor.IP;
    int tcp = offload.isTcp() ? ContextDescriptor.TCP : 0;
    int tse = offload.segmentSize() > 0 ? ContextDescriptor.TSE : 0;
    return ip | tcp | tse;
  }

  @Override
  public void writeData(MemorySegment slots, long at, Packet frame, Packet part) {
    TxOffload offload = frame.offload();
    if (!offload.needsContext()) {
      legacy.writeData(slots, at, frame, part);
      return;
    }
    int dcmd = dcmd(offload) | (part.next() == null ? EOP | RS : 0);
    long address = part.busAddress();
    DataDescriptor.write(slots, at, address, part.length(), dcmd, popts(offload));
    if (offload.vlan() != TxOffload.NO_VLAN) {
      DataDescriptor.special(slots, at, offload.vlan());
    }
  }

  /**
   * IFCS and VLE count in the last descriptor of a frame, but in the first one if it
   * is segmented (8254x SDM 3.3.7.1): so they are written in all.
   */
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
    return legacy.isDone(slots, at);
  }

  @Override
  public void reset() {
    context = NO_CONTEXT;
  }
}
