package org.ringbook.dataplane.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each format byte for byte, at an odd offset of a heap array. */
class EncodingTest {
  private static final int AT = 17;
  private static final long BUS = 0x1122334455667788L;

  private final byte[] bytes = new byte[64];
  private final MemorySegment slots = MemorySegment.ofArray(bytes);

  private String encoded() {
    return HexFormat.of().formatHex(bytes, AT, AT + 16);
  }

  @Test
  void legacyTransmit() {
    int end = LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS;
    int command = end | LegacyTxDescriptor.RS;
    LegacyTxDescriptor.write(slots, AT, BUS, 0x05ea, command);
    assertEquals("8877665544332211ea05000b00000000", encoded());
    LegacyTxDescriptor.checksum(slots, AT, 34, 50);
    LegacyTxDescriptor.special(slots, AT, 0xa123);
    LegacyTxDescriptor.writeBack(slots, AT, LegacyTxDescriptor.DD);
    assertEquals("8877665544332211ea05320b012223a1", encoded());
    assertEquals(BUS, LegacyTxDescriptor.address(slots, AT));
    assertEquals(0x05ea, LegacyTxDescriptor.length(slots, AT));
    assertEquals(command, LegacyTxDescriptor.command(slots, AT));
    assertTrue(LegacyTxDescriptor.isDone(slots, AT));
  }

  @Test
  void legacyReceive() {
    slots.fill((byte) 0xff);
    LegacyRxDescriptor.write(slots, AT, BUS);
    assertEquals("8877665544332211ffffffff00ffffff", encoded());
    int status = LegacyRxDescriptor.DD | LegacyRxDescriptor.EOP;
    LegacyRxDescriptor.writeBack(slots, AT, 0xfffe, status, LegacyRxDescriptor.CE);
    assertEquals("8877665544332211feff000003010000", encoded());
    assertEquals(0xfffe, LegacyRxDescriptor.length(slots, AT));
    assertEquals(status, LegacyRxDescriptor.status(slots, AT));
    assertEquals(LegacyRxDescriptor.CE, LegacyRxDescriptor.errors(slots, AT));
    assertEquals(0, LegacyRxDescriptor.checksum(slots, AT));
    assertEquals(0, LegacyRxDescriptor.special(slots, AT));
  }

  @Test
  void context() {
    int tucmd = ContextDescriptor.TCP | ContextDescriptor.IP | ContextDescriptor.TSE;
    ContextDescriptor.start(slots, AT, tucmd);
    ContextDescriptor.ip(slots, AT, 14, 24, 33);
    ContextDescriptor.transport(slots, AT, 34, 50, 0);
    ContextDescriptor.segmentation(slots, AT, 0x5_4321, 54, 1460);
    assertEquals("0e1821002232000021430527" + "0036b405", encoded());
    assertEquals(tucmd | ContextDescriptor.DEXT, ContextDescriptor.tucmd(slots, AT));
    assertEquals(0, ContextDescriptor.status(slots, AT));
  }

  @Test
  void data() {
    int dcmd = DataDescriptor.EOP | DataDescriptor.IFCS | DataDescriptor.RS;
    int both = DataDescriptor.IXSM | DataDescriptor.TXSM;
    DataDescriptor.write(slots, AT, BUS, 0xf_1234, dcmd, both);
    DataDescriptor.special(slots, AT, 0x0102);
    assertEquals("887766554433221134121f2b00030201", encoded());
    assertEquals(BUS, DataDescriptor.address(slots, AT));
    assertEquals(0xf_1234, DataDescriptor.length(slots, AT));
    assertEquals(dcmd | DataDescriptor.DEXT, DataDescriptor.dcmd(slots, AT));
    assertEquals(both, DataDescriptor.options(slots, AT));
    DataDescriptor.writeBack(slots, AT, DataDescriptor.DD);
    assertEquals(DataDescriptor.DD, DataDescriptor.status(slots, AT));
  }

  @Test
  void advancedReceiveOverlaysItsWriteBack() {
    AdvancedRxRead.write(slots, AT, BUS, 0x99aabbccddeeff00L);
    assertEquals("887766554433221100ffeeddccbbaa99", encoded());
    assertFalse(AdvancedRxWriteBack.isDone(slots, AT));
    int info = 20 << 21 | 0x11 << 4 | 1;
    AdvancedRxWriteBack.writeBack(slots, AT, info, 0xcafef00d, 0x63, 0x05dc);
    assertEquals("110180020df0feca63000000dc050000", encoded());
    assertTrue(AdvancedRxWriteBack.isDone(slots, AT));
    assertEquals(1, AdvancedRxWriteBack.rssType(slots, AT));
    assertEquals(0x11, AdvancedRxWriteBack.packetType(slots, AT));
    assertEquals(20, AdvancedRxWriteBack.headerLength(slots, AT));
    assertEquals(0xcafef00d, AdvancedRxWriteBack.rssHash(slots, AT));
    assertEquals(0x63, AdvancedRxWriteBack.statusError(slots, AT));
    assertEquals(0x05dc, AdvancedRxWriteBack.length(slots, AT));
    assertEquals(0, AdvancedRxWriteBack.vlan(slots, AT));
  }

  @Test
  void anOddHeaderAddressWouldLookDone() {
    Executable odd = () -> AdvancedRxRead.write(slots, AT, BUS, 1);
    assertThrows(IllegalArgumentException.class, odd);
  }

  @Test
  void advancedTransmit() {
    int dcmd = AdvancedTxData.EOP | AdvancedTxData.IFCS | AdvancedTxData.RS;
    AdvancedTxData.write(slots, AT, BUS, 1514, dcmd, 1514);
    assertEquals("8877665544332211ea05302b00807a01", encoded());
    AdvancedTxData.context(slots, AT, 1, AdvancedTxData.TXSM);
    AdvancedTxData.writeBack(slots, AT);
    assertEquals("8877665544332211ea05302b01827a01", encoded());
    assertEquals(1514, AdvancedTxData.payload(slots, AT));
  }

  @Test
  void advancedContext() {
    int type = AdvancedTxContext.IPV4 | AdvancedTxContext.TCP;
    AdvancedTxContext.write(slots, AT, 14, 20, 0x0123, type);
    AdvancedTxContext.segmentation(slots, AT, 1, 20, 1460);
    assertEquals("141c23010000000000" + "0c2020" + "1014b405", encoded());
    assertEquals(14, AdvancedTxContext.macLength(slots, AT));
    assertEquals(20, AdvancedTxContext.ipLength(slots, AT));
    assertEquals(1460, AdvancedTxContext.mss(slots, AT));
  }
}
