package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.frame.Verdict;
import org.ringbook.dataplane.packet.Packet;

/** What a frame must be like to be held or merged at all, whatever came before. */
final class CandidateRules {
  private static final int CONTROL = TcpHeader.SYN | TcpHeader.RST | TcpHeader.URG;

  private CandidateRules() {}

  /** {@link Coalescing#HELD} if the frame may be held; else why not. */
  static Coalescing check(Packet packet, ParsedFrame frame) {
    if (packet.next() != null) {
      return Coalescing.SEVERAL_BUFFERS;
    }
    if (frame.isFragment()) {
      return Coalescing.FRAGMENT;
    }
    if (!frame.isTcp() || frame.verdict() != Verdict.OK) {
      return Coalescing.NOT_TCP;
    }
    if (frame.networkLength() != plainLength(frame)) {
      return Coalescing.IP_OPTIONS;
    }
    return tcp(packet, frame);
  }

  private static Coalescing tcp(Packet packet, ParsedFrame frame) {
    MemorySegment data = packet.data();
    if ((TcpHeader.flags(data, frame.transportOffset()) & CONTROL) != 0) {
      return Coalescing.CONTROL_FLAGS;
    }
    if (frame.payloadLength() == 0) {
      return Coalescing.NO_PAYLOAD;
    }
    return isGood(packet, frame) ? Coalescing.HELD : Coalescing.BAD_CHECKSUM;
  }

  private static int plainLength(ParsedFrame frame) {
    return frame.isIpv6() ? Ipv6Header.BYTES : Ipv4Header.BYTES;
  }

  /** Believes the device where it has an opinion, and else adds up. */
  private static boolean isGood(Packet packet, ParsedFrame frame) {
    return switch (packet.metadata().checksum()) {
      case ALL_GOOD -> true;
      case BAD -> false;
      case IP_GOOD -> isTcpGood(packet.data(), frame);
      case NOT_CHECKED -> isAllGood(packet.data(), frame);
    };
  }

  private static boolean isAllGood(MemorySegment data, ParsedFrame frame) {
    return isIpGood(data, frame) && isTcpGood(data, frame);
  }

  private static boolean isIpGood(MemorySegment data, ParsedFrame frame) {
    return frame.isIpv6() || Ipv4Checksum.verify(data, frame.networkOffset());
  }

  private static boolean isTcpGood(MemorySegment data, ParsedFrame frame) {
    long ip = frame.networkOffset();
    int length = frame.transportLength() + frame.payloadLength();
    return TransportChecksum.verifyTcp(data, ip, frame.transportOffset(), length);
  }
}
