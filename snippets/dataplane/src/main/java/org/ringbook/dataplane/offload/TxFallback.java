package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.ringbook.dataplane.frame.VlanTagHeader;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.packet.TxOffload;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.ring.PacketSink;

/**
 * Does in software what a frame asks for and the port was not brought up with, so
 * that such a frame still leaves as it was meant. Three kinds of frames need it:
 * those that were queued before an administrator switched something off; those of a
 * stack that does not negotiate; those that ask for more than the device can.
 *
 * <p>Headers must be in the first packet, as with {@link TxOffload}. Checksums and
 * tags are put in place; a large frame is copied into new ones. One thread uses it.
 */
public final class TxFallback {
  private static final int ADDRESSES = 12;

  /** What became of a frame. */
  public enum Outcome {
    /** The frame itself was handed on. */
    SAME_FRAME,
    /** Segments were handed on; the frame is the caller's, to be completed. */
    SEGMENTED,
    /** Too few packets, or no room for a tag: the frame is the caller's still. */
    NO_ROOM
  }

  private final SegmentPlan plan = new SegmentPlan();
  private final Segmenter segmenter = new Segmenter(plan);
  private final Queue<Packet> segments = new ArrayDeque<>();
  private final PacketSource source;
  private final Set<Feature> device;
  private final MemorySegment whole;
  private final MemorySegment piece;
  private final SegmentSink emit = this::emit;
  private PacketSink out;
  private int vlan;

  /**
   * A fallback for one transmit ring.
   *
   * @param source of packets for segments
   * @param device features that the port was brought up with
   * @param largest bytes of the largest frame that the stack sends
   */
  public TxFallback(PacketSource source, Set<Feature> device, int largest) {
    this.source = source;
    this.device = Set.copyOf(device);
    this.whole = MemorySegment.ofArray(new byte[largest]);
    this.piece = MemorySegment.ofArray(new byte[source.bufferSize()]);
  }

  // tag::apply[]
  /**
   * Hands on what the device can send.
   *
   * @param frame first packet of the chain, the driver's
   * @param out takes over the frame, or its segments
   */
  public Outcome apply(Packet frame, PacketSink out) {
    this.out = out;
    TxOffload offload = frame.offload();
    Feature tso = offload.isIpv6() ? Feature.TSO6 : Feature.TSO4;
    if (offload.segmentSize() > 0 && !device.contains(tso)) {
      return segment(frame);
    }
    if (offload.needsContext() && !device.contains(Feature.TX_CHECKSUM)) {
      TxChecksums.fill(frame);
    }
    if (!tag(frame)) {
      return Outcome.NO_ROOM;
    }
    out.receive(frame);
    return Outcome.SAME_FRAME;
  }

  // end::apply[]

  /** All segments or none: half of a send is lost data. */
  private Outcome segment(Packet frame) {
    TxOffload offload = frame.offload();
    int length = gather(frame);
    int mss = offload.segmentSize();
    int count = Math.ceilDiv(length - offload.headerLength(), mss);
    if (!takes(Math.max(1, count))) {
      return Outcome.NO_ROOM;
    }
    vlan = offload.vlan();
    plan.headers(offload);
    segmenter.segment(whole, 0, length, mss, piece, 0, emit);
    return Outcome.SEGMENTED;
  }

  private boolean takes(int count) {
    while (segments.size() < count) {
      Packet packet = source.take();
      if (packet == Packet.NONE) {
        segments.forEach(Packet::giveBack);
        segments.clear();
        return false;
      }
      segments.add(packet);
    }
    return true;
  }

  private void emit(MemorySegment from, long at, int bytes) {
    Packet packet = segments.remove();
    packet.length(bytes);
    MemorySegment.copy(from, at, packet.data(), 0, bytes);
    if (vlan != TxOffload.NO_VLAN) {
      packet.offload().insertVlan(vlan);
    }
    if (!tag(packet)) {
      throw new IllegalStateException("a segment fills its buffer");
    }
    out.receive(packet);
  }

  private int gather(Packet frame) {
    long at = 0;
    for (Packet part = frame; part != null; part = part.next()) {
      MemorySegment.copy(part.data(), 0, whole, at, part.length());
      at += part.length();
    }
    return (int) at;
  }

  /** Moves what follows the addresses by four bytes; false if there is no room. */
  private boolean tag(Packet frame) {
    int vlan = frame.offload().vlan();
    if (vlan == TxOffload.NO_VLAN || device.contains(Feature.VLAN_INSERT)) {
      return true;
    }
    int length = frame.length();
    if (length + VlanTagHeader.BYTES > frame.capacity()) {
      return false;
    }
    frame.length(length + VlanTagHeader.BYTES);
    MemorySegment data = frame.data();
    int behind = ADDRESSES + VlanTagHeader.BYTES;
    MemorySegment.copy(data, ADDRESSES, data, behind, length - ADDRESSES);
    VlanTagHeader.write(data, ADDRESSES, VlanTagHeader.CUSTOMER, vlan);
    frame.offload().withoutVlan();
    return true;
  }
}
