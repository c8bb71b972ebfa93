package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.adapters.conformance.IpFrames.ACK;
import static org.ringbook.adapters.conformance.IpFrames.FIN;
import static org.ringbook.adapters.conformance.IpFrames.PSH;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Outgoing;

/** What the device does to frames on their way out shows on the wire. */
interface TransmitOffloadContract extends OnBench {
  /** Bytes that one descriptor of either device takes for sure. */
  int LONGEST_PIECE = 8192;

  /** The frame with an 802.1Q tag after the addresses. */
  static byte[] tagged(byte[] frame, int tag) {
    ByteBuffer out = ByteBuffer.allocate(frame.length + 4).put(frame, 0, 12);
    out.putShort((short) 0x8100).putShort((short) tag);
    return out.put(frame, 12, frame.length - 12).array();
  }

  @Test
  @Proves(Capability.VLAN)
  default void insertsTags() {
    byte[] frame = Frames.plain(100);
    for (int tag : new int[] {1, 42, 4094, 0xe00a}) {
      sends(new Outgoing(List.of(frame), tag, false, 0));
      assertFrames(List.of(tagged(frame, tag)), bench().onTheWire());
    }
    sends(Outgoing.of(frame));
    assertFrames(List.of(frame), bench().onTheWire());
  }

  @Test
  @Proves(Capability.TX_CHECKSUM)
  default void computesChecksums() {
    for (int length : new int[] {6, 7, 100, 1001, 1400}) {
      byte[] payload = IpFrames.payload(length);
      computesChecksum(IpFrames.tcp(4, 1000, 1, ACK, payload));
      computesChecksum(IpFrames.udp(4, 1000, payload));
      computesChecksum(IpFrames.tcp(6, 1000, 1, ACK, payload));
      computesChecksum(IpFrames.udp(6, 1000, payload));
    }
  }

  private void computesChecksum(byte[] frame) {
    sends(new Outgoing(List.of(IpFrames.unchecked(frame)), Outgoing.NO_VLAN, true, 0));
    byte[] padded = Arrays.copyOf(frame, Math.max(60, frame.length));
    assertFrames(List.of(padded), bench().onTheWire());
  }

  @Test
  @Proves(Capability.TX_CHECKSUM)
  default void computesChecksumsWithTagAndOverPieces() {
    byte[] frame = IpFrames.tcp(4, 1000, 1, ACK, IpFrames.payload(1001));
    byte[] raw = IpFrames.unchecked(frame);
    sends(new Outgoing(List.of(raw), 7, true, 0));
    assertFrames(List.of(tagged(frame, 7)), bench().onTheWire());
    List<byte[]> pieces = Frames.scattered(raw, 5).pieces();
    sends(new Outgoing(pieces, Outgoing.NO_VLAN, true, 0));
    assertFrames(List.of(frame), bench().onTheWire());
  }

  @Test
  @Proves(Capability.TSO4)
  default void segmentsTcpOverIpv4() {
    segments(4);
  }

  @Test
  @Proves(Capability.TSO6)
  default void segmentsTcpOverIpv6() {
    segments(6);
  }

  private void segments(int version) {
    for (int length : new int[] {1461, 2920, 8001, 20_000}) {
      byte[] payload = IpFrames.payload(length);
      byte[] frame = IpFrames.tcp(version, 1000, -500, ACK | PSH | FIN, payload);
      for (int pieces = 1 + length / LONGEST_PIECE; pieces <= 6; pieces++) {
        List<byte[]> raw = Frames.scattered(IpFrames.unchecked(frame), pieces).pieces();
        sends(new Outgoing(raw, Outgoing.NO_VLAN, true, 1400));
        assertFrames(IpFrames.segments(frame, 1400), bench().onTheWire());
      }
    }
  }

  private void sends(Outgoing frame) {
    assertEquals(Sent.TAKEN, bench().host().send(frame));
    bench().settle();
  }
}
