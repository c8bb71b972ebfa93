package org.ringbook.dataplane.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MsixTableTest {
  record Message(long address, int data) {}

  private final List<Message> sent = new ArrayList<>();
  private final MsixTable table =
      new MsixTable(3, (address, data) -> sent.add(new Message(address, data)));

  private void ready(int vector) {
    table.program(vector, 0x1_fee0_0000L, 100 + vector);
    table.unmask(vector);
    table.enable(true);
  }

  @Test
  void aVectorSendsItsAddressAndData() {
    ready(1);
    table.raise(1);
    table.raise(1);
    Message message = new Message(0x1_fee0_0000L, 101);
    assertEquals(List.of(message, message), sent);
    assertFalse(table.isPending(1));
  }

  @Test
  void afterResetEachVectorIsMasked() {
    table.enable(true);
    for (int vector = 0; vector < 3; vector++) {
      assertTrue(table.isMasked(vector));
      assertEquals(1, table.read32(16 * vector + 12));
      table.raise(vector);
    }
    assertEquals(List.of(), sent);
  }

  @Test
  void aMaskedVectorRemembersOneMessage() {
    ready(0);
    table.mask(0);
    table.raise(0);
    table.raise(0);
    assertTrue(table.isPending(0));
    assertEquals(List.of(), sent);
    table.unmask(0);
    assertEquals(1, sent.size());
    assertFalse(table.isPending(0));
    table.unmask(0);
    assertEquals(1, sent.size());
  }

  @Test
  void aWithdrawnMessageIsNotSent() {
    ready(0);
    table.mask(0);
    table.raise(0);
    table.withdraw(0);
    table.unmask(0);
    assertEquals(List.of(), sent);
  }

  @Test
  void theFunctionMaskHoldsAllBack() {
    ready(0);
    ready(2);
    table.maskFunction(true);
    table.raise(0);
    table.raise(1);
    table.raise(2);
    table.unmask(0);
    assertEquals(List.of(), sent);
    table.maskFunction(false);
    assertEquals(List.of(100, 102), sent.stream().map(Message::data).toList());
    assertTrue(table.isPending(1));
  }

  @Test
  void nothingIsSentBeforeMsixIsOn() {
    table.program(0, 0xfee0_0000L, 7);
    table.unmask(0);
    table.raise(0);
    assertEquals(List.of(), sent);
    table.enable(true);
    assertEquals(List.of(new Message(0xfee0_0000L, 7)), sent);
  }

  @Test
  void onlyMaskedVectorsAreProgrammed() {
    ready(0);
    assertThrows(IllegalStateException.class, () -> table.program(0, 64, 1));
    table.mask(0);
    table.program(0, 64, 1);
    assertEquals(64, table.read32(0));
    assertEquals(0, table.read32(4));
    assertEquals(1, table.read32(8));
  }

  @Test
  void impossibleTablesAndOffsetsAreRefused() {
    MessageSink none = (_, _) -> {};
    assertThrows(IllegalArgumentException.class, () -> new MsixTable(0, none));
    assertThrows(IllegalArgumentException.class, () -> new MsixTable(2049, none));
    assertThrows(IllegalArgumentException.class, () -> table.read32(2));
    assertThrows(IllegalArgumentException.class, () -> table.program(0, 2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> table.read32(48));
  }

  @Test
  void anInboxTakesEachMessageOnce() {
    MessageInbox inbox = new MessageInbox(2);
    MsixTable connected = new MsixTable(2, inbox);
    inbox.connect(connected);
    connected.raise(1);
    connected.raise(1);
    assertFalse(inbox.take(0));
    assertTrue(inbox.take(1));
    assertFalse(inbox.take(1));
    assertEquals(2, inbox.vectors());
    assertThrows(IllegalArgumentException.class, () -> inbox.write(0, 1));
  }
}
