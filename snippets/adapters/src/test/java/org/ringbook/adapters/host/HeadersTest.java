package org.ringbook.adapters.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Headers written by hand, sums worked out by hand. */
class HeadersTest {
  private static final String ETHER4 = "0200000000010200000000020800";
  private static final String ETHER6 = "02000000000102000000000286dd";

  private static Headers headers(String hex) {
    return Headers.of(HexFormat.of().parseHex(hex));
  }

  @Test
  void udpOverIpv4() {
    Headers udp = headers(ETHER4 + "4500001c00000000401100000a0000010a000002" + "0400003500080000");
    assertEquals(14, udp.ip());
    assertEquals(34, udp.transport());
    assertEquals(8, udp.transportLength());
    assertFalse(udp.isTcp());
    udp.writePseudoSum(8);
    // 0a00 + 0001 + 0a00 + 0002 + 11 + 8 = 141c
    assertEquals(0x141c, udp.frame().getShort(34 + 6));
    udp.writeIpChecksum();
    // 4500 + 1c + 4011 + 1403 = 9930, complemented 66cf
    assertEquals(0x66cf, udp.frame().getShort(14 + 10));
    udp.clearIpChecksum();
    assertEquals(0, udp.frame().getShort(14 + 10));
    udp.clearIpLength();
    assertEquals(0, udp.frame().getShort(14 + 2));
  }

  @Test
  void tcpOverIpv6() {
    String addresses = "fe80" + "00".repeat(13) + "01" + "fe80" + "00".repeat(13) + "02";
    String tcp = "04000050000000010000000160100000" + "00000000" + "00000000";
    Headers headers = headers(ETHER6 + "6000000000180640" + addresses + tcp);
    assertTrue(headers.isIpv6());
    assertTrue(headers.isTcp());
    assertEquals(40, headers.ipLength());
    assertEquals(24, headers.transportLength());
    headers.writePseudoSum(24);
    // fe80 + 1 + fe80 + 2 + 6 + 24 = 1fd21, folded fd22
    assertEquals((short) 0xfd22, headers.frame().getShort(54 + 16));
  }
}
