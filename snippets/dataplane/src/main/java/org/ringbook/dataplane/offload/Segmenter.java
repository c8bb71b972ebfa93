package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.frame.UdpHeader;

/**
 * TCP segmentation (TSO in hardware, GSO in a stack): cuts a frame whose payload is
 * larger than a segment may be into frames that are not, over IPv4 or IPv6, plain or
 * in a VXLAN tunnel (8254x SDM 3.5, 82599 datasheet 7.2.4).
 *
 * <p>Each segment repeats all headers. What differs: IP's length, identification and
 * checksum; TCP's sequence number, which advances by the payload before; FIN and
 * PSH, which belong to the end and are on the last segment only; CWR, which answers
 * one congestion signal and is on the first only; TCP's checksum; in a tunnel the
 * outer lengths, identification and checksums. Everything else, as timestamps and
 * the window, is copied: so a receiver may join them again.
 *
 * <p>Lengths and checksums in the given headers are not read. Used by one thread.
 */
public final class Segmenter {
  private static final int NOT_LAST = TcpHeader.FIN | TcpHeader.PSH;

  private final SegmentPlan plan;
  private MemorySegment out;
  private long start;

  /**
   * A segmenter for frames whose headers are as a plan says when {@link #segment} is
   * called.
   */
  public Segmenter(SegmentPlan plan) {
    this.plan = plan;
  }

  /**
   * Cuts a frame up.
   *
   * @param frame memory with the frame
   * @param offset of its first byte
   * @param length bytes of headers and payload
   * @param mss most bytes of payload in a segment, at least 1
   * @param buffer where each segment is written, with room for the largest
   * @param at where in it
   * @param sink takes the segments, first to last
   * @return segments: payload divided by {@code mss}, rounded up, at least 1
   * @throws IllegalArgumentException if the frame cannot be segmented: no such
   *     headers, an IP fragment, SYN or RST, or segments of more than 65535 bytes
   */
  public int segment(
      MemorySegment frame,
      long offset,
      int length,
      int mss,
      MemorySegment buffer,
      long at,
      SegmentSink sink) {
    int payload = length - plan.headerLength();
    SegmentRules.requireSizes(plan, payload, mss);
    SegmentRules.requireTcp(plan, frame, offset);
    out = buffer;
    start = at;
    int count = 0;
    int from = 0;
    do {
      int bytes = Math.min(mss, payload - from);
      copy(frame, offset, from, bytes);
      advance(count, from, from + bytes == payload);
      finish(bytes);
      sink.segment(buffer, at, plan.headerLength() + bytes);
      from += bytes;
      count++;
    } while (from < payload);
    return count;
  }

  private void copy(MemorySegment frame, long offset, int from, int bytes) {
    int headers = plan.headerLength();
    MemorySegment.copy(frame, offset, out, start, headers);
    MemorySegment.copy(frame, offset + headers + from, out, start + headers, bytes);
  }

  /** What changes from segment to segment, whatever their lengths. */
  private void advance(int index, int from, boolean isLast) {
    long tcp = tcp();
    TcpHeader.sequence(out, tcp, TcpHeader.sequence(out, tcp) + from);
    int flags = TcpHeader.flags(out, tcp);
    flags &= isLast ? ~0 : ~NOT_LAST;
    flags &= index == 0 ? ~0 : ~TcpHeader.CWR;
    TcpHeader.flags(out, tcp, flags);
    if (!plan.fixedId) {
      identify(ip(), plan.ipv6, index);
      identify(start + plan.outerMac, plan.outerIpv6 || !plan.tunnel, index);
    }
  }

  /** IPv4's identification counts datagrams, modulo 65536; IPv6 has none. */
  private void identify(long ip, boolean isIpv6, int index) {
    if (!isIpv6) {
      int id = Ipv4Header.identification(out, ip) + index;
      Ipv4Header.identification(out, ip, id & 0xffff);
    }
  }

  /** Lengths, and from the inside out the checksums that cover them. */
  private void finish(int bytes) {
    int transport = plan.tcp + bytes;
    network(ip(), plan.ip, plan.ipv6, transport);
    TransportChecksum.fillTcp(out, ip(), tcp(), transport);
    if (plan.tunnel) {
      outer(plan.headerLength() + bytes - plan.outerMac - plan.outerIp);
    }
  }

  private void network(long ip, int header, boolean isIpv6, int transport) {
    if (isIpv6) {
      Ipv6Header.payloadLength(out, ip, header - Ipv6Header.BYTES + transport);
    } else {
      Ipv4Header.totalLength(out, ip, header + transport);
      Ipv4Checksum.fill(out, ip);
    }
  }

  private void outer(int datagram) {
    long ip = start + plan.outerMac;
    long udp = ip + plan.outerIp;
    network(ip, plan.outerIp, plan.outerIpv6, datagram);
    UdpHeader.length(out, udp, datagram);
    UdpHeader.checksum(out, udp, 0);
    if (plan.outerChecksum) {
      TransportChecksum.fillUdp(out, ip, udp, datagram);
    }
  }

  private long ip() {
    return start + plan.mac;
  }

  private long tcp() {
    return ip() + plan.ip;
  }
}
