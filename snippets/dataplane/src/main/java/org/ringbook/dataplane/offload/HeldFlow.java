package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.TcpHeader.FIN;
import static org.ringbook.dataplane.frame.TcpHeader.PSH;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata;

/**
 * A slot of the {@link Coalescer}'s table: the frame that is held of one flow, as a
 * chain whose first packet has all headers and whose others have payload only.
 */
final class HeldFlow {
  ParsedFrame frame = new ParsedFrame();
  Packet head;
  int payload;
  int packets;
  int identification;
  int step;
  long since;
  long order;
  private Packet tail;
  private int sum;
  private int ending;

  boolean isFree() {
    return head == null;
  }

  /** Holds a frame; gives the findings about the one before back, to be refilled. */
  ParsedFrame hold(Packet packet, ParsedFrame found, long poll, long number) {
    ParsedFrame spare = frame;
    frame = found;
    head = packet;
    tail = packet;
    payload = found.payloadLength();
    packets = 1;
    identification = identification(packet.data(), found);
    since = poll;
    order = number;
    ending = 0;
    sum = payloadSum(packet.data(), found);
    return spare;
  }

  static int identification(MemorySegment data, ParsedFrame frame) {
    long ip = frame.networkOffset();
    return frame.isIpv6() ? 0 : Ipv4Header.identification(data, ip);
  }

  /** Whether the sender pushed, or closed: no more is to be expected soon. */
  static boolean isLast(MemorySegment data, ParsedFrame frame) {
    return ending(data, frame) != 0;
  }

  private static int ending(MemorySegment data, ParsedFrame frame) {
    return TcpHeader.flags(data, frame.transportOffset()) & (FIN | PSH);
  }

  /**
   * Appends a frame without its headers. A packet's bytes start where its buffer
   * starts, so the payload moves there: within its own buffer, and in the cache.
   */
  void append(Packet packet, ParsedFrame more) {
    MemorySegment data = packet.data();
    int bytes = more.payloadLength();
    int part = payloadSum(data, more);
    boolean isEven = payload % 2 == 0;
    sum = InternetChecksum.add(sum, isEven ? part : InternetChecksum.swap(part));
    ending = ending(data, more);
    step = (identification(data, more) - identification) & 0xffff;
    identification = identification(data, more);
    MemorySegment.copy(data, more.payloadOffset(), data, 0, bytes);
    packet.length(bytes);
    trimPadding();
    tail.next(packet);
    tail = packet;
    payload += bytes;
    packets++;
  }

  /** Bytes behind the payload of the first packet would end up within the frame. */
  private void trimPadding() {
    if (packets == 1) {
      head.length((int) frame.payloadOffset() + payload);
    }
  }

  /**
   * The sum of a payload without reading it: pseudo header, header with checksum and
   * payload add up to all ones, so the payload is what the others lack.
   */
  private static int payloadSum(MemorySegment data, ParsedFrame frame) {
    int header = frame.transportLength();
    int length = header + frame.payloadLength();
    int pseudo = pseudo(data, frame, length);
    int rest = InternetChecksum.sum(data, frame.transportOffset(), header);
    return InternetChecksum.finish(InternetChecksum.add(pseudo, rest));
  }

  private static int pseudo(MemorySegment data, ParsedFrame frame, int length) {
    return PseudoHeader.sum(data, frame.networkOffset(), PseudoHeader.TCP, length);
  }

  /** Whether no more can be appended: PSH, FIN, or a segment that is not full. */
  boolean isEnded() {
    return ending != 0 || payload != packets * frame.payloadLength();
  }

  /** Makes the headers those of the whole, and lets go of the chain. */
  Packet release() {
    Packet whole = head;
    if (packets > 1) {
      fixTcp(whole.data(), fixIp(whole.data()));
      RxMetadata found = whole.metadata();
      int type = found.hashType();
      found.set(found.vlan(), found.hash(), type, RxMetadata.Checksum.ALL_GOOD);
    }
    head = null;
    tail = null;
    return whole;
  }

  private int fixIp(MemorySegment data) {
    long ip = frame.networkOffset();
    int length = frame.transportLength() + payload;
    if (frame.isIpv6()) {
      Ipv6Header.payloadLength(data, ip, length);
    } else {
      Ipv4Header.totalLength(data, ip, frame.networkLength() + length);
      Ipv4Checksum.fill(data, ip);
    }
    return length;
  }

  private void fixTcp(MemorySegment data, int length) {
    long tcp = frame.transportOffset();
    TcpHeader.flags(data, tcp, TcpHeader.flags(data, tcp) | ending);
    TcpHeader.checksum(data, tcp, 0);
    int header = InternetChecksum.sum(data, tcp, frame.transportLength());
    int pseudo = pseudo(data, frame, length);
    int all = InternetChecksum.add(InternetChecksum.add(pseudo, header), sum);
    TcpHeader.checksum(data, tcp, InternetChecksum.finish(all));
  }
}
