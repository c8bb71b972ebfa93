package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** A UDP header; the IP layer before it asks for the checksum. */
final class UdpLayer implements Layer {
  private final int sourcePort;
  private final int destinationPort;
  boolean summed = true;

  UdpLayer(int sourcePort, int destinationPort) {
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
  }

  @Override
  public int length() {
    return UdpHeader.BYTES;
  }

  @Override
  public int number(int bytes) {
    return IpProtocol.UDP;
  }

  @Override
  public void write(MemorySegment frame, long at, Layer next) {
    UdpHeader.ports(frame, at, sourcePort, destinationPort);
    UdpHeader.length(frame, at, Layer.bytesFrom(frame, at));
  }

  /** A sum of 0 is sent in its other form, 0xffff: 0 means that there is none. */
  @Override
  public void checksum(MemorySegment frame, long at, long pseudo) {
    if (summed) {
      int sum = OnesComplement.transport(frame, at, IpProtocol.UDP, pseudo);
      UdpHeader.checksum(frame, at, sum == 0 ? 0xffff : sum);
    }
  }
}
