package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** An IPv4 header with its length and its checksum. */
final class Ipv4Layer implements Layer {
  private final byte[] source;
  private final byte[] destination;
  byte[] options = {};
  int timeToLive = 64;
  int trafficClass;
  int identification;
  boolean dontFragment;
  boolean moreFragments;
  int position;

  Ipv4Layer(String source, String destination) {
    this.source = Addresses.ip(source, Ipv4Header.ADDRESS_BYTES);
    this.destination = Addresses.ip(destination, Ipv4Header.ADDRESS_BYTES);
  }

  @Override
  public int length() {
    return Ipv4Header.BYTES + options.length;
  }

  @Override
  public int number(int bytes) {
    return EthernetHeader.IPV4;
  }

  @Override
  public void write(MemorySegment frame, long at, Layer next) {
    long body = at + length();
    fields(frame, at, next.number((int) (frame.byteSize() - body)));
    Ipv4Header.checksum(frame, at, 0);
    int sum = OnesComplement.checksum(OnesComplement.sum(frame, at, body));
    Ipv4Header.checksum(frame, at, sum);
    if (position == 0 && !moreFragments) {
      long first = at + Ipv4Header.SOURCE;
      long last = first + 2 * Ipv4Header.ADDRESS_BYTES;
      next.checksum(frame, body, OnesComplement.sum(frame, first, last));
    }
  }

  private void fields(MemorySegment frame, long at, int protocol) {
    Ipv4Header.headerLength(frame, at, length());
    Ipv4Header.trafficClass(frame, at, trafficClass);
    Ipv4Header.totalLength(frame, at, Layer.bytesFrom(frame, at));
    Ipv4Header.identification(frame, at, identification);
    Ipv4Header.fragment(frame, at, flags(), position);
    Ipv4Header.timeToLive(frame, at, timeToLive);
    Ipv4Header.protocol(frame, at, protocol);
    NetworkOrder.put(frame, at + Ipv4Header.SOURCE, source);
    NetworkOrder.put(frame, at + Ipv4Header.DESTINATION, destination);
    NetworkOrder.put(frame, at + Ipv4Header.BYTES, options);
  }

  private int flags() {
    int dont = dontFragment ? Ipv4Header.DONT_FRAGMENT : 0;
    return moreFragments ? dont | Ipv4Header.MORE_FRAGMENTS : dont;
  }
}
