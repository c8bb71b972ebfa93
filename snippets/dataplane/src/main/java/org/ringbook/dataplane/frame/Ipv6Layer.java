package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** An IPv6 header with its length and its chain of extensions. */
final class Ipv6Layer implements Layer {
  private final byte[] source;
  private final byte[] destination;
  private final List<Extension> extensions = new ArrayList<>();
  private boolean fragment;
  int hopLimit = 64;
  int trafficClass;
  int flowLabel;

  Ipv6Layer(String source, String destination) {
    this.source = Addresses.ip(source, Ipv6Header.ADDRESS_BYTES);
    this.destination = Addresses.ip(destination, Ipv6Header.ADDRESS_BYTES);
  }

  /** An extension header; its first byte is overwritten with the next type. */
  private record Extension(int type, MemorySegment header) {
    int length() {
      return (int) header.byteSize();
    }
  }

  void extension(int type, byte[] bytes) {
    extensions.add(new Extension(type, MemorySegment.ofArray(bytes)));
  }

  void fragment(int position, boolean more, int id) {
    byte[] bytes = new byte[Ipv6Extension.MIN_BYTES];
    Ipv6Extension.fragment(MemorySegment.ofArray(bytes), 0, position, more, id);
    extension(IpProtocol.FRAGMENT, bytes);
    fragment |= position > 0 || more;
  }

  @Override
  public int length() {
    int bytes = extensions.stream().mapToInt(Extension::length).sum();
    return Ipv6Header.BYTES + bytes;
  }

  @Override
  public int number(int bytes) {
    return EthernetHeader.IPV6;
  }

  @Override
  public void write(MemorySegment frame, long at, Layer next) {
    long body = at + length();
    fields(frame, at);
    chain(frame, at, next.number((int) (frame.byteSize() - body)));
    if (!fragment) {
      long first = at + Ipv6Header.SOURCE;
      long last = first + 2 * Ipv6Header.ADDRESS_BYTES;
      next.checksum(frame, body, OnesComplement.sum(frame, first, last));
    }
  }

  private void fields(MemorySegment frame, long at) {
    Ipv6Header.versionClassAndLabel(frame, at, trafficClass, flowLabel);
    int payload = Layer.bytesFrom(frame, at + Ipv6Header.BYTES);
    Ipv6Header.payloadLength(frame, at, payload);
    Ipv6Header.hopLimit(frame, at, hopLimit);
    Ipv6Header.addresses(frame, at, source, destination);
  }

  /** From the last extension back to the first: each is told what follows it. */
  private void chain(MemorySegment frame, long at, int last) {
    int type = last;
    long end = at + length();
    for (Extension one : extensions.reversed()) {
      end -= one.length();
      MemorySegment.copy(one.header, 0, frame, end, one.length());
      Ipv6Extension.nextHeader(frame, end, type);
      type = one.type;
    }
    Ipv6Header.nextHeader(frame, at, type);
  }
}
