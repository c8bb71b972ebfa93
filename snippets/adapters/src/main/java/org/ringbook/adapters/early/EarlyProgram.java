package org.ringbook.adapters.early;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.EthernetHeader;
import org.ringbook.dataplane.frame.IpProtocol;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.NetworkOrder;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.frame.UdpHeader;
import org.ringbook.dataplane.frame.VlanTagHeader;

/**
 * The program: Ethernet with up to two VLAN tags, IPv4, TCP or UDP, and a table of
 * rules. It gives the verdicts of the XDP program of this book's native code.
 *
 * <p>A frame that is not IPv4 passes. One whose own lengths do not fit into it is
 * aborted: no rule can be asked about bytes that are missing. It keeps no state and
 * allocates nothing, so threads may share it.
 */
public final class EarlyProgram {
  private static final int MOST_TAGS = 2;
  private static final int FRAGMENT = 0x3fff; // MF and the offset, RFC 791 3.1
  private static final long MALFORMED = -1;
  private static final long NOT_IPV4 = -2;
  private static final long NO_PORTS = 0;

  private final EarlyRules rules;

  /** A program with its rules. */
  public EarlyProgram(EarlyRules rules) {
    this.rules = rules;
  }

  // tag::judge[]
  /**
   * Decides about a frame, and exchanges its addresses and ports if it is to be sent
   * back.
   *
   * @param frame all of it, from the destination address on, with its tags
   */
  public EarlyVerdict judge(MemorySegment frame) {
    long ip = networkHeader(frame);
    if (ip < 0) {
      return ip == MALFORMED ? EarlyVerdict.ABORTED : EarlyVerdict.PASS;
    }
    long ports = ports(frame, ip);
    if (ports == MALFORMED) {
      return EarlyVerdict.ABORTED;
    }
    int port = ports == NO_PORTS ? 0 : NetworkOrder.u16(frame, ports + 2);
    EarlyVerdict verdict = rules.verdict(Ipv4Header.protocol(frame, ip), port);
    if (verdict == EarlyVerdict.TX) {
      turnRound(frame, ip, ports);
    }
    return verdict;
  }

  // end::judge[]

  private static boolean has(MemorySegment frame, long at, long bytes) {
    return at + bytes <= frame.byteSize();
  }

  private static long networkHeader(MemorySegment frame) {
    long at = EthernetHeader.TYPE;
    for (int tags = 0; has(frame, at, 2); tags++) {
      if (tags == MOST_TAGS || !VlanTagHeader.isTag(NetworkOrder.u16(frame, at))) {
        boolean ipv4 = NetworkOrder.u16(frame, at) == EthernetHeader.IPV4;
        return ipv4 ? at + 2 : NOT_IPV4;
      }
      at += VlanTagHeader.BYTES;
    }
    return MALFORMED;
  }

  /** Where the ports are, {@link #NO_PORTS}, or {@link #MALFORMED}. */
  private static long ports(MemorySegment frame, long ip) {
    if (!has(frame, ip, Ipv4Header.BYTES)) {
      return MALFORMED;
    }
    int header = Ipv4Header.headerLength(frame, ip);
    int total = Ipv4Header.totalLength(frame, ip);
    boolean sound = Ipv4Header.version(frame, ip) == 4 && header >= Ipv4Header.BYTES;
    if (!sound || total < header || !has(frame, ip, total)) {
      return MALFORMED;
    }
    int protocol = Ipv4Header.protocol(frame, ip);
    boolean known = protocol == IpProtocol.TCP || protocol == IpProtocol.UDP;
    if (!known || (Ipv4Header.fragmentWord(frame, ip) & FRAGMENT) != 0) {
      return NO_PORTS;
    }
    return segment(frame, ip + header, total - header, protocol);
  }

  /** Checks a segment's own length against what IP says there is. */
  private static long segment(MemorySegment frame, long at, int bytes, int kind) {
    boolean tcp = kind == IpProtocol.TCP;
    int least = tcp ? TcpHeader.BYTES : UdpHeader.BYTES;
    if (bytes < least) {
      return MALFORMED;
    }
    int stated = stated(frame, at, tcp);
    return stated < least || stated > bytes ? MALFORMED : at;
  }

  private static int stated(MemorySegment frame, long at, boolean tcp) {
    return tcp ? TcpHeader.headerLength(frame, at) : UdpHeader.length(frame, at);
  }

  /** Sums do not depend on the order of what they add, so they stay right. */
  private static void turnRound(MemorySegment frame, long ip, long ports) {
    exchange(frame, 0, EthernetHeader.ADDRESS_BYTES);
    exchange(frame, ip + Ipv4Header.SOURCE, Ipv4Header.ADDRESS_BYTES);
    if (ports != NO_PORTS) {
      exchange(frame, ports, 2);
    }
  }

  private static void exchange(MemorySegment frame, long first, int bytes) {
    for (long one = first; one < first + bytes; one++) {
      int kept = NetworkOrder.u8(frame, one);
      NetworkOrder.put8(frame, one, NetworkOrder.u8(frame, one + bytes));
      NetworkOrder.put8(frame, one + bytes, kept);
    }
  }
}
