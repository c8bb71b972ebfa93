package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published figures of Ethernet and PCI Express links, to their last digit. */
class LinkRatesTest {

  @ParameterizedTest
  @CsvFileSource(resources = "line-rates.tsv", delimiter = '\t', numLinesToSkip = 1)
  void ethernetCarriesItsLineRate(double gigabits, int frame, double frames, double nanos) {
    EthernetRate rate = new EthernetRate(gigabits);
    assertEquals(frames, rate.framesPerSecond(frame), 0.006);
    assertEquals(nanos, rate.nanosecondsPerFrame(frame), 0.000_06);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "pcie-links.tsv", delimiter = '\t', numLinesToSkip = 1)
  void pciExpressLosesToEncodingAndHeaders(
      int generation,
      int lanes,
      double raw,
      double packets,
      String write128,
      String write256,
      String write512) {
    PcieLink link = new PcieLink(generation, lanes);
    assertEquals(raw, link.rawGigabits(), 1e-9);
    assertEquals(packets, link.packetGigabits(), 0.000_6);
    assertWrites(link, 128, write128);
    assertWrites(link, 256, write256);
    assertWrites(link, 512, write512);
  }

  private static void assertWrites(PcieLink link, int payload, String expected) {
    if (expected.equals("-")) {
      assertThrows(IllegalStateException.class, () -> link.writeGigabits(payload));
    } else {
      assertEquals(Double.parseDouble(expected), link.writeGigabits(payload), 0.006);
    }
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PcieLink(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new PcieLink(8, 1));
    assertThrows(IllegalArgumentException.class, () -> new PcieLink(4, 12));
    assertThrows(IllegalArgumentException.class, () -> new PcieLink(4, 0));
    assertThrows(IllegalArgumentException.class, () -> new PcieLink(4, 8).writeGigabits(100));
    assertThrows(IllegalArgumentException.class, () -> new EthernetRate(0));
    EthernetRate gigabit = new EthernetRate(1);
    assertThrows(IllegalArgumentException.class, () -> gigabit.framesPerSecond(63));
  }
}
