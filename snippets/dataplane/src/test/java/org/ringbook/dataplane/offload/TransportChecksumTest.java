package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringbook.dataplane.frame.NetworkOrder;

class TransportChecksumTest {

  /** A packet with known checksums. */
  record Known(
      String name,
      String frame,
      int ip,
      int transport,
      int protocol,
      String ipSum,
      String pseudoSum) {
    MemorySegment memory() {
      return Bytes.of(frame);
    }

    int length() {
      return frame.length() / 2 - transport;
    }

    int field() {
      return transport + (isTcp() ? TransportChecksum.TCP_FIELD : TransportChecksum.UDP_FIELD);
    }

    boolean isTcp() {
      return protocol == PseudoHeader.TCP;
    }

    boolean verify(MemorySegment data) {
      return isTcp()
          ? TransportChecksum.verifyTcp(data, ip, transport, length())
          : TransportChecksum.verifyUdp(data, ip, transport, length());
    }
  }

  static Stream<Known> packets() {
    List<String[]> rows = Bytes.rows("checksums.tsv");
    assertEquals(5, rows.size());
    return rows.stream()
        .map(
            r ->
                new Known(
                    r[0],
                    r[1],
                    Integer.parseInt(r[2]),
                    Integer.parseInt(r[3]),
                    Integer.parseInt(r[4]),
                    r[5],
                    r[7]));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void fillsInWhatIsKnown(Known known) {
    MemorySegment data = known.memory();
    NetworkOrder.put16(data, known.field(), 0x1234);
    if (known.isTcp()) {
      TransportChecksum.fillTcp(data, known.ip(), known.transport(), known.length());
    } else {
      TransportChecksum.fillUdp(data, known.ip(), known.transport(), known.length());
    }
    assertEquals(known.frame(), Bytes.hex(data, 0, known.frame().length() / 2));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void preparesTheSumOfThePseudoHeader(Known known) {
    MemorySegment data = known.memory();
    if (known.isTcp()) {
      TransportChecksum.prepareTcp(data, known.ip(), known.transport(), known.length());
    } else {
      TransportChecksum.prepareUdp(data, known.ip(), known.transport(), known.length());
    }
    assertEquals(HexFormat.fromHexDigits(known.pseudoSum()), NetworkOrder.u16(data, known.field()));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void verifiesGoodAndRefusesEveryFlippedBit(Known known) {
    MemorySegment data = known.memory();
    assertTrue(known.verify(data));
    for (int at = known.transport() * 8; at < known.frame().length() * 4; at++) {
      int old = NetworkOrder.u8(data, at / 8);
      NetworkOrder.put8(data, at / 8, old ^ 1 << at % 8);
      assertFalse(known.verify(data), "bit " + at);
      NetworkOrder.put8(data, at / 8, old);
    }
  }

  @ParameterizedTest
  @MethodSource("packets")
  void ipv4HeadersFillAndVerify(Known known) {
    if (!known.ipSum().equals("-")) {
      MemorySegment data = known.memory();
      assertTrue(Ipv4Checksum.verify(data, 14));
      NetworkOrder.put16(data, 24, 0xffff);
      assertFalse(Ipv4Checksum.verify(data, 14));
      Ipv4Checksum.fill(data, 14);
      assertEquals(HexFormat.fromHexDigits(known.ipSum()), NetworkOrder.u16(data, 24));
    }
  }

  @Test
  void theHeaderOfTheTextbooks() {
    MemorySegment header = Bytes.of("450000730000400040110000c0a80001c0a800c7");
    Ipv4Checksum.fill(header, 0);
    assertEquals(0xb861, NetworkOrder.u16(header, 10));
  }

  @Test
  void aHeaderLengthBelowTwentyIsNoHeader() {
    assertFalse(Ipv4Checksum.verify(Bytes.of("44000000ffffbbff00000000"), 0));
  }

  /** Of jumbograms, and of what is to be segmented (RFC 8200, section 8.1). */
  @Test
  void theLengthInThePseudoHeaderOfIpv6Has32Bits() {
    MemorySegment zeros = MemorySegment.ofArray(new byte[40]);
    int sum = PseudoHeader.ipv6(zeros, 0, PseudoHeader.TCP, 0x1_1170);
    assertEquals(PseudoHeader.TCP + 1 + 0x1170, sum);
  }

  @Test
  void aUdpChecksumOfZeroGoesOutAsAllOnes() {
    MemorySegment data = udp4("0000");
    int sum = InternetChecksum.sum(data, 20, 10);
    int pseudo = PseudoHeader.ipv4(data, 0, PseudoHeader.UDP, 10);
    NetworkOrder.put16(data, 28, 0xffff - InternetChecksum.add(sum, pseudo));
    TransportChecksum.fillUdp(data, 0, 20, 10);
    assertEquals(0xffff, NetworkOrder.u16(data, 26));
    assertTrue(TransportChecksum.verifyUdp(data, 0, 20, 10));
  }

  @Test
  void noUdpChecksumIsGoodOverIpv4Only() {
    assertTrue(TransportChecksum.verifyUdp(udp4("1234"), 0, 20, 10));
    MemorySegment six = Bytes.of("60000000000a1140" + "00".repeat(32) + "00350035000a00001234");
    assertFalse(TransportChecksum.verifyUdp(six, 0, 40, 10));
    assertTrue(TransportChecksum.isAbsent(six, 40));
  }

  private static MemorySegment udp4(String payload) {
    return Bytes.of("4500001e0001000040110000c0000201c0000202" + "00350035000a0000" + payload);
  }
}
