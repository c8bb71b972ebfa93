package org.ringbook.device;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.offload.InternetChecksum;
import org.ringbook.dataplane.offload.Ipv4Checksum;
import org.ringbook.dataplane.offload.TransportChecksum;

/** What the device found out about a frame: the source of every write-back. */
final class ReceiveResult {
  /** Bytes stored in the buffer of the descriptor that is written back. */
  int stored;

  /** Index of the frame's next descriptor, or -1 with its last. */
  int next;

  boolean damaged;

  /** Whether it passed the multicast table alone, which is not exact (PIF). */
  boolean inexact;

  boolean ipChecked;
  boolean ipBad;
  boolean transportChecked;
  boolean transportBad;

  /** Whether the transport checked is UDP. */
  boolean udp;

  /** Sum of all bytes from PCSS on, 0 if there is none. */
  int packetChecksum;

  /** The tag taken out, or {@link Headers#NONE}. */
  int tag;

  /** As the 82599 numbers headers found; 0: none (82599 datasheet 7.1.6.2). */
  int packetType;

  int hash;

  /** What was hashed; 0: nothing. */
  int hashType;

  /** Finds all out but hash and tag. */
  void inspect(Frame frame, Headers headers, ReceiveRules rules) {
    damaged = !frame.goodFcs;
    tag = Headers.NONE;
    hash = 0;
    hashType = 0;
    packetType = packetType(headers);
    int start = rules.packetChecksumStart;
    boolean sums = start >= 0 && start < frame.length;
    packetChecksum = sums ? sum(frame, start) : 0;
    checkIp(frame, headers, rules.checkIp);
    checkTransport(frame, headers, rules.checkTransport);
  }

  private static int sum(Frame frame, int start) {
    return InternetChecksum.sum(frame.segment, start, frame.length - start);
  }

  private void checkIp(Frame frame, Headers headers, boolean wanted) {
    ipChecked = wanted && headers.isIpv4();
    ipBad = ipChecked && !Ipv4Checksum.verify(frame.segment, headers.ip);
  }

  /** UDP over IPv4 may carry no checksum: then there is nothing to check. */
  private void checkTransport(Frame frame, Headers headers, boolean wanted) {
    MemorySegment bytes = frame.segment;
    int ip = headers.ip;
    int at = headers.transport;
    int length = headers.transportLength;
    udp = headers.isUdp();
    boolean absent = udp && !headers.ipv6 && frame.u16(at + 6) == 0;
    transportChecked = wanted && !absent && (udp || headers.isTcp());
    if (!transportChecked) {
      transportBad = false;
    } else if (udp) {
      int said = frame.u16(at + 4);
      boolean fits = said >= 8 && said <= length;
      transportBad = !fits || !TransportChecksum.verifyUdp(bytes, ip, at, said);
    } else {
      transportBad = !TransportChecksum.verifyTcp(bytes, ip, at, length);
    }
  }

  /** Bits of {@code IXGBE_RXDADV_PKTTYPE} in ixgbe_type.h, from bit 0. */
  private static int packetType(Headers headers) {
    if (headers.ip == Headers.NONE) {
      return 0;
    }
    int network = (headers.ipv6 ? 4 : 1) * (headers.extended ? 3 : 1);
    return network | (headers.isTcp() ? 0x10 : 0) | (headers.isUdp() ? 0x20 : 0);
  }
}
