package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.packet.Packet;

/**
 * Whether the IP header of a frame is what segmentation would make of the first's.
 */
final class SameNetwork {
  private static final int ECN = 3;

  private SameNetwork() {}

  /** {@link Coalescing#MERGED} if it is; else in what they differ. */
  static Coalescing check(HeldFlow flow, Packet packet, ParsedFrame more) {
    long ip = more.networkOffset();
    MemorySegment data = packet.data();
    return more.isIpv6() ? ipv6(flow, data, ip) : ipv4(flow, data, ip);
  }

  private static Coalescing ipv4(HeldFlow flow, MemorySegment data, long ip) {
    MemorySegment first = flow.head.data();
    long at = flow.frame.networkOffset();
    if (Ipv4Header.timeToLive(first, at) != Ipv4Header.timeToLive(data, ip)) {
      return Coalescing.TIME_TO_LIVE;
    }
    if (Ipv4Header.fragmentWord(first, at) != Ipv4Header.fragmentWord(data, ip)) {
      return Coalescing.DONT_FRAGMENT;
    }
    int before = Ipv4Header.trafficClass(first, at);
    int change = before ^ Ipv4Header.trafficClass(data, ip);
    if (change != 0) {
      return trafficClass(change);
    }
    boolean isNext = isNext(flow, Ipv4Header.identification(data, ip));
    return isNext ? Coalescing.MERGED : Coalescing.IDENTIFICATION;
  }

  /** One more each time; or the same each time, if nobody needs it to reassemble. */
  private static boolean isNext(HeldFlow flow, int id) {
    int step = (id - flow.identification) & 0xffff;
    boolean begins = flow.packets == 1 || step == flow.step;
    return begins && (step == 1 || (step == 0 && flow.frame.dontFragment()));
  }

  private static Coalescing trafficClass(int change) {
    boolean isMark = (change & ECN) != 0;
    return isMark ? Coalescing.CONGESTION_MARK : Coalescing.TRAFFIC_CLASS;
  }

  private static Coalescing ipv6(HeldFlow flow, MemorySegment data, long ip) {
    MemorySegment first = flow.head.data();
    long at = flow.frame.networkOffset();
    if (Ipv6Header.hopLimit(first, at) != Ipv6Header.hopLimit(data, ip)) {
      return Coalescing.TIME_TO_LIVE;
    }
    int before = Ipv6Header.trafficClass(first, at);
    int change = before ^ Ipv6Header.trafficClass(data, ip);
    if (change != 0) {
      return trafficClass(change);
    }
    int label = Ipv6Header.flowLabel(first, at);
    boolean isSame = label == Ipv6Header.flowLabel(data, ip);
    return isSame ? Coalescing.MERGED : Coalescing.FLOW_LABEL;
  }
}
