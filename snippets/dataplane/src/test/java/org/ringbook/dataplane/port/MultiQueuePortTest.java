package org.ringbook.dataplane.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.port.Registers82599.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.PacketPool;

/** The order in which an 82599 is brought up, against registers that only remember. */
class MultiQueuePortTest {
  private final DmaMemory dma = new DmaMemory(1 << 18);
  private final PacketPool pool = new PacketPool(dma, 32, 2048);
  private final Remembering registers = new Remembering();

  /** A write to a register. */
  private record Write(int offset, int value) {}

  private static final class Remembering implements RegisterAccess {
    final Map<Integer, Integer> values = new HashMap<>();
    final List<Write> writes = new ArrayList<>();
    boolean answersReset = true;
    boolean enablesQueues = true;

    @Override
    public int read32(int offset) {
      int value = values.getOrDefault(offset, 0);
      return switch (offset) {
        case CTRL -> answersReset ? value & ~CTRL_RST_MASK : value;
        case RDRXCTL -> value | RDRXCTL_DMAIDONE;
        default -> isQueueControl(offset) && !enablesQueues ? 0 : value;
      };
    }

    private static boolean isQueueControl(int offset) {
      return offset == rxdctl(0) || offset == rxdctl(1);
    }

    @Override
    public void write32(int offset, int value) {
      values.put(offset, value);
      writes.add(new Write(offset, value));
    }

    int first(int offset) {
      return offsets().indexOf(offset);
    }

    int last(int offset) {
      return offsets().lastIndexOf(offset);
    }

    private List<Integer> offsets() {
      return writes.stream().map(Write::offset).toList();
    }
  }

  private static PortSettings settings() {
    List<Byte> key = new ArrayList<>(Collections.nCopies(40, (byte) 0x6d));
    return new PortSettings(2, 8, 1500, EnumSet.allOf(Feature.class), key);
  }

  private MultiQueuePort open() {
    return MultiQueuePort.open(registers, dma, queue -> pool, settings());
  }

  @Test
  void interruptsAreMaskedBeforeTheReset() {
    open();
    assertEquals(0, registers.first(EIMC));
    assertTrue(registers.first(EIMC) < registers.first(CTRL));
    assertEquals(-1, registers.first(EIMS), "and stay so");
  }

  @Test
  void tailMovesAfterItsQueueIsEnabledAndFramesComeLast() {
    open();
    for (int queue = 0; queue < 2; queue++) {
      assertTrue(registers.first(rdbal(queue)) < registers.first(rxdctl(queue)));
      assertTrue(registers.first(rxdctl(queue)) < registers.last(rdt(queue)));
      assertTrue(registers.last(rdt(queue)) < registers.first(RXCTRL));
      assertEquals(7, registers.read32(rdt(queue)));
    }
  }

  @Test
  void transmissionIsEnabledBeforeItsQueues() {
    open();
    assertTrue(registers.first(DMATXCTL) < registers.first(txdctl(0)));
    assertTrue(registers.first(tdbal(1)) < registers.first(txdctl(1)));
  }

  @Test
  void everyQueueHasAVectorAndTheRestOneMore() {
    MultiQueuePort port = open();
    assertEquals(3, port.vectors());
    assertEquals(0x8181_8080, registers.read32(ivar(0)));
    assertEquals(0x82 << 8, registers.read32(IVAR_MISC));
    assertEquals(3, registers.read32(EIAC));
    port.unmask(1);
    assertEquals(2, registers.read32(EIMS));
    port.unmask(2);
    assertEquals(EICR_LSC | EICR_RX_MISS, registers.read32(EIMS));
    assertThrows(IndexOutOfBoundsException.class, () -> port.unmask(3));
  }

  @Test
  void timesAreRoundedUpToWhatTheRegisterHolds() {
    MultiQueuePort port = open();
    port.moderate(1, 1);
    assertEquals(1 << 3, registers.read32(eitr(1)));
    port.moderate(1, 4096);
    assertEquals(2 << 3, registers.read32(eitr(1)));
    port.moderate(1, 10_000_000);
    assertEquals(511 << 3, registers.read32(eitr(1)));
    port.moderate(1, 0);
    assertEquals(0, registers.read32(eitr(1)));
  }

  @Test
  void moderationOutlivesARestart() {
    MultiQueuePort port = open();
    port.moderate(1, 4096);
    port.stop(packet -> {});
    registers.values.clear();
    port.start(settings());
    assertEquals(2 << 3, registers.read32(eitr(1)));
    assertEquals(0, registers.read32(eitr(0)));
  }

  @Test
  void theKeyBeginsInTheLowestByte() {
    List<Byte> key = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      key.add((byte) (0xf0 + i));
    }
    PortSettings wanted = new PortSettings(2, 8, 1500, settings().features(), key);
    MultiQueuePort.open(registers, dma, queue -> pool, wanted);
    assertEquals(0xf3f2f1f0, registers.read32(Filters82599.RSSRK));
    assertEquals(0x17161514, registers.read32(Filters82599.RSSRK + 36));
    assertEquals(0x0100_0100, registers.read32(Filters82599.RETA + 124));
  }

  @Test
  void aDeviceThatStaysInResetKeepsItsPackets() {
    MultiQueuePort port = open();
    registers.answersReset = false;
    assertThrows(IllegalStateException.class, port::close);
    assertEquals(14, pool.outstanding());
    registers.answersReset = true;
    port.close();
    assertEquals(0, pool.outstanding());
    port.close();
  }

  @Test
  void aQueueThatIsNeverEnabledIsAnError() {
    registers.enablesQueues = false;
    assertThrows(IllegalStateException.class, this::open);
    assertEquals(0, pool.outstanding());
  }

  @Test
  void aPortStartsAgainWithOtherSettingsButNoOtherQueues() {
    MultiQueuePort port = open();
    assertThrows(IllegalStateException.class, () -> port.start(settings()));
    port.stop(packet -> {});
    PortSettings one = PortSettings.plain(8);
    assertThrows(IllegalArgumentException.class, () -> port.start(one));
    port.start(settings().withMtu(1400));
    assertEquals(1400, port.settings().mtu());
    assertEquals(14, pool.outstanding());
    port.close();
  }
}
