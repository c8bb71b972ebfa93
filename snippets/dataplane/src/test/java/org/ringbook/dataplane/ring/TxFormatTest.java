package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.TxOffload;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** What each format writes for a frame, byte for byte. */
class TxFormatTest {
  private static final int TAG = 0x6064;

  private final TxBench legacy = new TxBench(new LegacyTxFormat());
  private final TxBench extended = new TxBench(new ExtendedTxFormat());
  private final TxBench advanced = new TxBench(new AdvancedTxFormat());

  private static Packet submit(TxBench bench, Consumer<TxOffload> how, int... lengths) {
    Packet frame = bench.chain(lengths);
    how.accept(frame.offload());
    assertEquals(Submit.ACCEPTED, bench.ring.submit(frame));
    return frame;
  }

  private static void refused(TxBench bench, Consumer<TxOffload> how, int... lengths) {
    Packet frame = bench.chain(lengths);
    how.accept(frame.offload());
    assertThrows(IllegalArgumentException.class, () -> consume(bench.ring.submit(frame)));
    assertEquals(Owner.DRIVER, frame.owner());
    assertEquals(0, bench.ring.inFlight());
    assertEquals("00".repeat(16), bench.hex(0));
  }

  private static void consume(Submit unused) {}

  private static void tcp(TxOffload offload) {
    offload.headers(14, 20, 20, false, true);
    offload.computeTransportChecksum();
  }

  private static void farTcp(TxOffload offload) {
    offload.headers(127, 120, 20, false, true);
    offload.computeTransportChecksum();
  }

  private static void both(TxOffload offload) {
    tcp(offload);
    offload.computeIpChecksum();
  }

  private static void udp6(TxOffload offload) {
    offload.headers(14, 40, 8, true, false);
    offload.computeTransportChecksum();
  }

  private static void tso(TxOffload offload) {
    offload.headers(14, 20, 20, false, true);
    offload.segment(1448);
  }

  private static void tagged(TxOffload offload) {
    offload.insertVlan(TAG);
  }

  private static void plain(TxOffload unused) {}

  @Test
  void legacyReportsOnTheLastOfAChain() {
    Packet frame = submit(legacy, TxFormatTest::plain, 14, 20, 100);
    assertEquals("0e00000000000000", legacy.command(0));
    assertEquals("1400000000000000", legacy.command(1));
    assertEquals("6400000b00000000", legacy.command(2));
    assertEquals(frame.busAddress(), legacy.address(0));
    assertEquals(frame.next().next().busAddress(), legacy.address(2));
  }

  @Test
  void legacyInsertsATagAndOneChecksum() {
    submit(
        legacy,
        offload -> {
          tcp(offload);
          tagged(offload);
        },
        54,
        100);
    assertEquals("3600000000000000", legacy.command(0));
    assertEquals("6400324f00226460", legacy.command(1));
    submit(legacy, TxFormatTest::udp6, 100);
    assertEquals("64003c0f00360000", legacy.command(2));
  }

  @Test
  void legacyHasNoIpChecksumNoSegmentsAndNoFarOffsets() {
    refused(legacy, TxFormatTest::both, 100);
    refused(legacy, TxFormatTest::tso, 100);
    refused(legacy, TxFormatTest::farTcp, 300);
    refused(legacy, TxFormatTest::plain, 4096, 4096, 4096, 4096);
  }

  /** Offsets count only where a checksum is asked for. */
  @Test
  void longHeadersAreNoMatterWithoutAChecksum() {
    submit(legacy, o -> o.headers(127, 120, 20, false, true), 300);
    assertEquals("2c01000b00000000", legacy.command(0));
  }

  @Test
  void extendedTakesLegacyDescriptorsForWhatNeedsNoContext() {
    submit(extended, TxFormatTest::tagged, 30, 100);
    assertEquals("1e00000000000000", extended.command(0));
    assertEquals("6400004b00006460", extended.command(1));
    assertEquals(0, extended.ring.statistics().contexts());
  }

  @Test
  void extendedTellsWhereChecksumsAre() {
    submit(extended, TxFormatTest::both, 54, 100);
    assertEquals("0e18210022320000" + "0000002300000000", extended.hex(0));
    assertEquals("3600102200030000", extended.command(1));
    assertEquals("6400102b00030000", extended.command(2));
    submit(extended, TxFormatTest::udp6, 100);
    assertEquals("0e000000363c0000" + "0000002000000000", extended.hex(3));
    assertEquals("6400102b00020000", extended.command(4));
  }

  @Test
  void extendedRepeatsNoContext() {
    submit(extended, TxFormatTest::both, 100);
    submit(extended, TxFormatTest::tcp, 200);
    submit(extended, TxFormatTest::plain, 60);
    submit(extended, TxFormatTest::tcp, 200);
    assertEquals("c800102b00020000", extended.command(2), "TCP only: TXSM");
    assertEquals("c800102b00020000", extended.command(4));
    assertEquals(1, extended.ring.statistics().contexts());
    assertEquals(5, extended.ring.inFlight());
  }

  @Test
  void extendedSegmentsWithAContextForEachFrame() {
    submit(
        extended,
        offload -> {
          tso(offload);
          tagged(offload);
        },
        54,
        3000);
    assertEquals("0e18210022320000" + "b80b00270036a805", extended.hex(0));
    assertEquals("3600106600036460", extended.command(1));
    assertEquals("b80b106f00036460", extended.command(2));
    submit(extended, TxFormatTest::tso, 54, 3000);
    assertEquals(2, extended.ring.statistics().contexts());
    assertEquals("3600102600030000", extended.command(4));
  }

  @Test
  void extendedSendsNoFrameWithTheContextOfASegmentedOne() {
    submit(extended, TxFormatTest::tso, 54, 1000);
    submit(extended, TxFormatTest::both, 100);
    assertEquals("0e18210022320000" + "0000002300000000", extended.hex(3));
    assertEquals(2, extended.ring.statistics().contexts());
  }

  @Test
  void extendedRefusesWhatItsFieldsCannotHold() {
    refused(extended, o -> o.segment(1448), 100);
    refused(extended, TxFormatTest::tso, 54);
    refused(extended, o -> tcpHeaders(o, 100, 100, 60), 300);
    refused(extended, o -> tcpHeaders(o, 14, 20, 20).segment(65536), 300);
    refused(
        extended,
        o -> {
          o.headers(14, 20, 8, false, false);
          o.segment(1000);
        },
        3000);
  }

  private static TxOffload tcpHeaders(TxOffload offload, int mac, int ip, int tcp) {
    offload.headers(mac, ip, tcp, false, true);
    offload.computeTransportChecksum();
    return offload;
  }

  @Test
  void advancedSpeaksInTheFirstDescriptor() {
    submit(advanced, TxFormatTest::both, 54, 100);
    assertEquals("141c000000000000" + "000c202000140000", advanced.hex(0));
    assertEquals("36003022" + "80832600", advanced.command(1));
    assertEquals("6400302b" + "00000000", advanced.command(2));
    submit(advanced, TxFormatTest::plain, 100);
    assertEquals("6400302b" + "00001900", advanced.command(3));
  }

  @Test
  void advancedHasTwoContextsAndOverwritesTheOlder() {
    submit(advanced, TxFormatTest::both, 100);
    submit(advanced, TxFormatTest::tagged, 60);
    assertEquals("001c646000000000" + "0004202010000000", advanced.hex(2));
    assertEquals("3c00306b" + "90000f00", advanced.command(3));
    submit(advanced, TxFormatTest::both, 100);
    assertEquals("6400302b" + "80031900", advanced.command(4), "context 0 again");
    submit(advanced, TxFormatTest::udp6, 100);
    assertEquals("281c000000000000" + "0000202010080000", advanced.hex(5));
    assertEquals(3, advanced.ring.statistics().contexts());
  }

  @Test
  void advancedSegmentsAnyLengthWithOneContext() {
    submit(advanced, TxFormatTest::tso, 54, 3000);
    assertEquals("141c000000000000" + "000c20200014a805", advanced.hex(0));
    assertEquals("360030a2" + "8003ee02", advanced.command(1));
    assertEquals("b80b30ab" + "00000000", advanced.command(2));
    submit(advanced, TxFormatTest::tso, 54, 2000);
    assertEquals("360030a2" + "8003f401", advanced.command(3));
    assertEquals(1, advanced.ring.statistics().contexts());
  }

  @Test
  void advancedHasAContextForEachTag() {
    submit(advanced, offload -> offload.insertVlan(1), 60);
    submit(advanced, offload -> offload.insertVlan(2), 60);
    assertEquals("001c010000000000" + "0004202000000000", advanced.hex(0));
    assertEquals("001c020000000000" + "0004202010000000", advanced.hex(2));
    assertEquals(2, advanced.ring.statistics().contexts());
  }

  @Test
  void advancedRefusesWhatItsFieldsCannotHold() {
    refused(advanced, TxFormatTest::tso, 54);
    refused(advanced, o -> o.segment(1448), 300);
    refused(advanced, o -> tcpHeaders(o, 128, 20, 20), 300);
    refused(advanced, o -> tcpHeaders(o, 14, 512, 20), 700);
    refused(advanced, o -> tcpHeaders(o, 14, 20, 20).segment(65536), 300);
  }

  @Test
  void advancedFramesHaveFortyDescriptors() {
    AdvancedTxFormat format = new AdvancedTxFormat();
    assertEquals(39, format.longestChain(4095));
    assertEquals(6, format.longestChain(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aResetForgetsContexts(int which) {
    TxBench bench = which == 0 ? extended : advanced;
    submit(bench, TxFormatTest::both, 100);
    assertEquals(1, bench.ring.drain(Packet::giveBack));
    assertEquals("00".repeat(16), bench.hex(0));
    submit(bench, TxFormatTest::both, 100);
    assertEquals(2, bench.ring.statistics().contexts());
  }

  @Test
  void aRefusedFrameIsNoReasonToForgetTheContext() {
    submit(extended, TxFormatTest::both, 100, 100, 100, 100, 100);
    Packet frame = extended.chain(100);
    udp6(frame.offload());
    assertEquals(Submit.FULL, extended.ring.submit(frame), "two slots wanted, one free");
    submit(extended, TxFormatTest::both, 100);
    assertEquals(1, extended.ring.statistics().contexts());
  }
}
