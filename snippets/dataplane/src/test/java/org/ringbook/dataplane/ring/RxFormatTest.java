package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.packet.RxMetadata.NO_VLAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;

/** What each format posts and reads, byte for byte. */
class RxFormatTest {
  private final MemorySegment slot = MemorySegment.ofArray(new long[2]);
  private final RxFormat legacy = new LegacyRxFormat();
  private final RxFormat advanced = new AdvancedRxFormat();
  private final Packet packet = new PacketPool(new DmaMemory(4096), 1, 64).take();

  private void deviceWrites(String hex) {
    slot.copyFrom(MemorySegment.ofArray(HexFormat.of().parseHex(hex)));
  }

  private String hex() {
    return HexFormat.of().formatHex(slot.toArray(ValueLayout.JAVA_BYTE));
  }

  @Test
  void legacyPostsTheAddressAndClearsStatus() {
    deviceWrites("ff".repeat(16));
    legacy.post(slot, 0, 0x4_0000_1240L);
    assertEquals("4012000004000000" + "ffffffff00ffffff", hex());
    assertFalse(legacy.isDone(legacy.read(slot, 0)));
  }

  @Test
  void legacyReadsLengthTagAndChecksums() {
    deviceWrites("4012000004000000" + "ea0500006b006460");
    assertTrue(legacy.isDone(legacy.read(slot, 0)) && legacy.isLast(legacy.read(slot, 0)));
    assertFalse(legacy.isDamaged(legacy.read(slot, 0)));
    assertEquals(0x05ea, legacy.length(legacy.read(slot, 0)));
    legacy.describe(slot, 0, legacy.read(slot, 0), packet);
    assertEquals(0x6064, packet.metadata().vlan());
    assertEquals(0, packet.metadata().hashType());
    assertEquals(Checksum.ALL_GOOD, packet.metadata().checksum());
  }

  @ParameterizedTest
  @CsvSource({
    "03, 00, NOT_CHECKED",
    "07, 60, NOT_CHECKED",
    "67, 60, NOT_CHECKED",
    "03, 60, NOT_CHECKED",
    "43, 00, IP_GOOD",
    "43, 20, IP_GOOD",
    "43, 40, BAD",
    "63, 00, ALL_GOOD",
    "63, 20, BAD",
    "63, 40, BAD",
    "23, 00, ALL_GOOD",
    "23, 40, ALL_GOOD",
    "23, 20, BAD"
  })
  void legacyErrorsCountOnlyForWhatWasChecked(String status, String errors, Checksum is) {
    deviceWrites("0000000000000000" + "3c000000" + status + errors + "6460");
    legacy.describe(slot, 0, legacy.read(slot, 0), packet);
    assertEquals(is, packet.metadata().checksum());
    assertEquals(NO_VLAN, packet.metadata().vlan(), "VP is clear");
  }

  @ParameterizedTest
  @CsvSource({"01, true", "02, true", "04, true", "10, true", "80, true", "60, false"})
  void legacyFrameErrors(String errors, boolean damaged) {
    deviceWrites("0000000000000000" + "3c00000003" + errors + "0000");
    assertEquals(damaged, legacy.isDamaged(legacy.read(slot, 0)));
  }

  @Test
  void advancedPostsBothWordsOverTheWriteBack() {
    deviceWrites("ff".repeat(16));
    advanced.post(slot, 0, 0x4_0000_1240L);
    assertEquals("4012000004000000" + "0000000000000000", hex());
    assertFalse(advanced.isDone(advanced.read(slot, 0)));
  }

  /** Hash type 1 (TCP over IPv4), packet type 0x011, DD, EOP, VP, L4I and IPCS. */
  @Test
  void advancedReadsHashTagAndChecksums() {
    deviceWrites("11010000" + "c2cccc51" + "6b000000" + "ea056460");
    assertTrue(advanced.isDone(advanced.read(slot, 0)) && advanced.isLast(advanced.read(slot, 0)));
    assertEquals(0x05ea, advanced.length(advanced.read(slot, 0)));
    advanced.describe(slot, 0, advanced.read(slot, 0), packet);
    assertEquals(0x51ccccc2, packet.metadata().hash());
    assertEquals(1, packet.metadata().hashType());
    assertEquals(0x6064, packet.metadata().vlan());
    assertEquals(Checksum.ALL_GOOD, packet.metadata().checksum());
    assertEquals(0x6b, advanced.status(advanced.read(slot, 0)));
    assertEquals(0, advanced.errors(advanced.read(slot, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "03000000, NOT_CHECKED, false",
    "030000c0, NOT_CHECKED, false",
    "43000000, IP_GOOD, false",
    "43000040, IP_GOOD, false",
    "43000080, BAD, false",
    "63000000, ALL_GOOD, false",
    "63000040, BAD, false",
    "23000000, ALL_GOOD, false",
    "23000020, ALL_GOOD, true"
  })
  void advancedErrors(String statusError, Checksum is, boolean damaged) {
    deviceWrites("00000000" + "c2cccc51" + statusError + "3c006460");
    advanced.describe(slot, 0, advanced.read(slot, 0), packet);
    assertEquals(is, packet.metadata().checksum());
    assertEquals(damaged, advanced.isDamaged(advanced.read(slot, 0)));
    assertEquals(0, packet.metadata().hash(), "RSS type 0: no hash");
    assertEquals(NO_VLAN, packet.metadata().vlan());
  }

  /** Without EOP, bits 4 to 19 are the index of the next descriptor. */
  @Test
  void advancedNextIndexIsNoEndOfFrame() {
    deviceWrites("00000000" + "00000000" + "f1ff0f00" + "00080000");
    assertTrue(advanced.isDone(advanced.read(slot, 0)));
    assertFalse(advanced.isLast(advanced.read(slot, 0)));
  }
}
