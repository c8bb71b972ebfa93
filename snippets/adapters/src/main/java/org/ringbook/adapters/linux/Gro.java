package org.ringbook.adapters.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ringbook.adapters.linux.SkbFields.IpSummed;

/**
 * Generic receive offload ({@code net/core/gro.c}, {@code net/ipv4/tcp_offload.c}):
 * segments of a flow that follow each other go up as one, until the poll ends.
 *
 * <p>A subset that never merges what the kernel would not: TCP over IPv4 without
 * options, found good by the device, with data and no flag but ACK and PSH, of equal
 * acknowledgment and full size but for the last.
 */
final class Gro {
  private static final int MAC = 14;
  private static final int TCP = MAC + 20;
  private static final int HEADERS = TCP + 20;
  private static final int ACK = 0x10;
  private static final int PSH = 0x08;
  private static final int MAX_BYTES = 65_535;

  private final LinuxKernel kernel;
  private final List<SkBuff> held = new ArrayList<>();

  Gro(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  void receive(SkBuff skb) {
    if (!isCandidate(skb)) {
      kernel.softirq().netifReceiveSkb(skb);
      return;
    }
    SkBuff before = sameFlow(skb);
    if (before != null && follows(before, skb)) {
      before.merged().add(skb);
      flushIfLast(before, skb);
      return;
    }
    if (before != null) {
      flush(before);
    }
    held.add(skb);
    flushIfLast(skb, skb);
  }

  private void flushIfLast(SkBuff first, SkBuff last) {
    boolean shorter = payload(last) < payload(first);
    if (shorter || (headers(last).get(TCP + 13) & PSH) != 0) {
      flush(first);
    }
  }

  private static boolean isCandidate(SkBuff skb) {
    if (skb.rawFields().ipSummed != IpSummed.CHECKSUM_UNNECESSARY
        || skb.rawFields().protocol != 0x0800
        || skb.rawLength() <= HEADERS
        || skb.rawData().byteSize() < HEADERS) {
      return false;
    }
    ByteBuffer header = headers(skb);
    boolean plainTcp = header.get(MAC) == 0x45 && header.get(MAC + 9) == 6;
    boolean noFragment = (header.getShort(MAC + 6) & 0x3fff) == 0;
    boolean exact = header.getShort(MAC + 2) == (short) (skb.rawLength() - MAC);
    int flags = header.get(TCP + 13) & 0xff & ~PSH;
    boolean noOptions = header.get(TCP + 12) == 0x50;
    return plainTcp && noFragment && exact && noOptions && flags == ACK;
  }

  private SkBuff sameFlow(SkBuff skb) {
    for (SkBuff other : held) {
      ByteBuffer a = headers(other);
      ByteBuffer b = headers(skb);
      boolean addresses = a.getLong(MAC + 12) == b.getLong(MAC + 12);
      boolean ports = a.getInt(TCP) == b.getInt(TCP);
      if (addresses && ports) {
        return other;
      }
    }
    return null;
  }

  private static boolean follows(SkBuff first, SkBuff skb) {
    ByteBuffer a = headers(first);
    ByteBuffer b = headers(skb);
    int more = first.merged().stream().mapToInt(Gro::payload).sum();
    int merged = payload(first) + more;
    boolean next = b.getInt(TCP + 4) == a.getInt(TCP + 4) + merged;
    boolean sameAck = a.getInt(TCP + 8) == b.getInt(TCP + 8);
    boolean sameTag = first.rawFields().vlanTci == skb.rawFields().vlanTci;
    boolean fits = HEADERS - MAC + merged + payload(skb) <= MAX_BYTES;
    boolean few = first.merged().size() + 1 < SkBuff.MAX_SKB_FRAGS;
    boolean notLonger = payload(skb) <= payload(first);
    return next && sameAck && sameTag && fits && few && notLonger;
  }

  /** Hands all up ({@code napi_gro_flush}). */
  void flush() {
    for (Iterator<SkBuff> each = List.copyOf(held).iterator(); each.hasNext(); ) {
      flush(each.next());
    }
  }

  private void flush(SkBuff skb) {
    held.remove(skb);
    if (!skb.merged().isEmpty()) {
      GroHeaders.complete(skb);
    }
    kernel.softirq().netifReceiveSkb(skb);
  }

  static int payload(SkBuff skb) {
    return skb.rawLength() - HEADERS;
  }

  private static ByteBuffer headers(SkBuff skb) {
    return ByteBuffer.wrap(skb.rawData().asSlice(0, HEADERS).toArray(JAVA_BYTE));
  }
}
