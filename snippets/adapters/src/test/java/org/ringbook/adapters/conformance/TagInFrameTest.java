package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.adapters.conformance.IpFrames.ACK;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Outgoing;

/**
 * A stack that tags frames itself still asks for checksums and segments: of a driver that reads the
 * headers, no tag may move them out of sight.
 */
class TagInFrameTest {
  @ParameterizedTest
  @EnumSource(names = {"FREEBSD", "FREEBSD_IFLIB", "NETBSD"})
  void offloadsWorkBehindOneTagAndBehindTwo(KnownHost host) {
    for (DeviceKind device : DeviceKind.values()) {
      try (Bench bench = new Bench(device, host.factory())) {
        works(bench, frame -> TransmitOffloadContract.tagged(frame, 7));
        works(bench, TagInFrameTest::twice);
      }
    }
  }

  private static byte[] twice(byte[] frame) {
    byte[] tagged = TransmitOffloadContract.tagged(TransmitOffloadContract.tagged(frame, 7), 9);
    tagged[12] = (byte) 0x88; // the outer one is a provider's
    tagged[13] = (byte) 0xa8;
    return tagged;
  }

  private static void works(Bench bench, UnaryOperator<byte[]> tag) {
    byte[] payload = IpFrames.payload(333);
    for (int version : new int[] {4, 6}) {
      checksum(bench, IpFrames.udp(version, 1000, payload), tag);
      checksum(bench, IpFrames.tcp(version, 1000, 1, ACK, payload), tag);
      byte[] longer = IpFrames.tcp(version, 1000, 1, ACK, IpFrames.payload(3000));
      send(bench, tag.apply(IpFrames.unchecked(longer)), 1200);
      assertFrames(IpFrames.segments(longer, 1200).stream().map(tag).toList(), bench.onTheWire());
    }
  }

  private static void checksum(Bench bench, byte[] frame, UnaryOperator<byte[]> tag) {
    send(bench, tag.apply(IpFrames.unchecked(frame)), 0);
    assertFrames(List.of(tag.apply(frame)), bench.onTheWire());
  }

  private static void send(Bench bench, byte[] frame, int mss) {
    Outgoing outgoing = new Outgoing(List.of(frame), Outgoing.NO_VLAN, true, mss);
    assertEquals(Sent.TAKEN, bench.host().send(outgoing));
    bench.settle();
  }
}
