package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** A TCP header; the IP layer before it asks for the checksum. */
final class TcpLayer implements Layer {
  private final int sourcePort;
  private final int destinationPort;
  int sequence;
  int acknowledgment;
  int flags = TcpHeader.ACK;
  int window = 0xffff;
  byte[] options = {};

  TcpLayer(int sourcePort, int destinationPort) {
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
  }

  @Override
  public int length() {
    return TcpHeader.BYTES + options.length;
  }

  @Override
  public int number(int bytes) {
    return IpProtocol.TCP;
  }

  @Override
  public void write(MemorySegment frame, long at, Layer next) {
    TcpHeader.ports(frame, at, sourcePort, destinationPort);
    TcpHeader.sequence(frame, at, sequence);
    TcpHeader.acknowledgment(frame, at, acknowledgment);
    TcpHeader.headerLength(frame, at, length());
    TcpHeader.flags(frame, at, flags);
    TcpHeader.window(frame, at, window);
    NetworkOrder.put(frame, at + TcpHeader.BYTES, options);
  }

  @Override
  public void checksum(MemorySegment frame, long at, long pseudo) {
    int sum = OnesComplement.transport(frame, at, IpProtocol.TCP, pseudo);
    TcpHeader.checksum(frame, at, sum);
  }
}
