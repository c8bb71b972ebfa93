package org.ringbook.dataplane.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.ringbook.dataplane.port.Registers.CTRL;
import static org.ringbook.dataplane.port.Registers.CTRL_RST;
import static org.ringbook.dataplane.port.Registers.ITR;
import static org.ringbook.dataplane.port.Registers.RCTL;
import static org.ringbook.dataplane.port.Registers.RCTL_EN;
import static org.ringbook.dataplane.port.Registers.RDT;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.PacketPool;

class EthernetPortTest {
  private final DmaMemory dma = new DmaMemory(1 << 16);
  private final PacketPool pool = new PacketPool(dma, 8, 2048);
  private final Plain device = new Plain();

  /** Registers that keep what is written, of a device that can be pulled out. */
  private static final class Plain implements RegisterAccess {
    private final Map<Integer, Integer> words = new HashMap<>();
    private boolean gone;
    private int readsUntilReset;
    private boolean enabledWithoutBuffers;

    @Override
    public int read32(int offset) {
      if (gone) {
        return -1;
      }
      if (offset == CTRL && readsUntilReset > 0 && --readsUntilReset == 0) {
        words.clear();
      }
      return words.getOrDefault(offset, 0);
    }

    @Override
    public void write32(int offset, int value) {
      words.put(offset, value);
      if (offset == CTRL && (value & CTRL_RST) != 0) {
        readsUntilReset = 3;
      }
      boolean enabled = offset == RCTL && (value & RCTL_EN) != 0;
      enabledWithoutBuffers |= enabled && words.getOrDefault(RDT, 0) == 0;
    }
  }

  @Test
  void waitsForTheResetAndPostsBuffersBeforeItEnables() {
    EthernetPort port = EthernetPort.open(device, dma, pool, 8);
    assertEquals(7, device.read32(RDT));
    assertEquals(false, device.enabledWithoutBuffers);
    port.close();
    assertEquals(0, pool.outstanding());
    assertEquals(0, device.read32(RCTL));
  }

  @Test
  void moderationOutlivesARestart() {
    EthernetPort port = EthernetPort.open(device, dma, pool, 8);
    port.moderate(0, 1000);
    assertEquals(4, device.read32(ITR));
    PortSettings before = port.settings();
    port.stop(packet -> {});
    assertEquals(0, device.read32(ITR), "a reset clears it");
    port.start(before);
    assertEquals(4, device.read32(ITR));
  }

  @Test
  void aDeviceThatIsNotThereDoesNotHangTheDriver() {
    device.gone = true;
    Executable open = () -> EthernetPort.open(device, dma, pool, 8);
    assertThrows(IllegalStateException.class, open);
    assertEquals(0, pool.outstanding());
  }

  @Test
  void aDeviceThatWasPulledOutKeepsItsPackets() {
    EthernetPort port = EthernetPort.open(device, dma, pool, 8);
    device.gone = true;
    assertThrows(IllegalStateException.class, port::close);
    assertEquals(7, pool.outstanding());
  }
}
