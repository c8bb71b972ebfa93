package org.ringbook.dataplane.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.port.Feature.*;
import static org.ringbook.dataplane.port.Registers.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** What settings become in the registers of an 8254x, and what it refuses. */
class PortSettingsTest {
  private static final PortSettings PLAIN = PortSettings.plain(8);

  private final DmaMemory dma = new DmaMemory(1 << 17);
  private final PacketPool pool = new PacketPool(dma, 20, 2048);
  private final Map<Integer, Integer> words = new HashMap<>();
  private final RegisterAccess device =
      new RegisterAccess() {
        @Override
        public int read32(int offset) {
          return words.getOrDefault(offset, 0);
        }

        @Override
        public void write32(int offset, int value) {
          words.put(offset, offset == CTRL ? value & ~CTRL_RST : value);
        }
      };

  private Port open(PortSettings settings) {
    PortFactory factory = EthernetPort::open;
    return factory.open(device, dma, queue -> pool, settings);
  }

  private void refused(PortSettings settings) {
    assertThrows(IllegalArgumentException.class, () -> open(settings));
    assertEquals(Map.of(), words, "the device was touched");
    assertEquals(0, pool.outstanding());
  }

  @Test
  void withoutFeaturesNothingIsSwitchedOn() {
    Port port = open(PLAIN);
    assertEquals(CTRL_SLU, words.get(CTRL));
    assertEquals(0, words.get(RXCSUM));
    assertEquals(0, words.get(RCTL) & RCTL_LPE);
    assertEquals(0, words.get(ITR));
    assertEquals(PLAIN, port.settings());
    assertTrue(port.features().containsAll(port.settings().features()));
    assertEquals(List.of(1, 1), List.of(port.maxQueues(), port.vectors()));
  }

  @Test
  void eachFeatureHasItsBits() {
    open(PLAIN.withFeatures(Set.of(VLAN_INSERT, VLAN_STRIP, RX_CHECKSUM, JUMBO)));
    assertEquals(CTRL_SLU | CTRL_VME, words.get(CTRL));
    assertEquals(0x8100, words.get(VET));
    assertEquals(0x300, words.get(RXCSUM));
    assertEquals(RCTL_LPE, words.get(RCTL) & RCTL_LPE);
  }

  @Test
  void whatTheDeviceCannotDoIsRefusedBeforeTheReset() {
    refused(PLAIN.withFeatures(Set.of(RSS)));
    refused(PLAIN.withFeatures(Set.of(VLAN_INSERT)));
    refused(PLAIN.withMtu(1501));
    refused(PLAIN.withMtu(67));
    refused(PLAIN.withMtu(9001).withFeatures(Set.of(JUMBO, SCATTER_GATHER)));
    refused(PLAIN.withMtu(9000).withFeatures(Set.of(JUMBO)));
    refused(new PortSettings(2, 8, 1500, Set.of(), List.of()));
  }

  @Test
  void offloadsNeedContextsAndSoAnotherFormat() {
    Port legacy = open(PLAIN);
    Packet frame = asking(pool.take());
    assertThrows(IllegalArgumentException.class, () -> send(legacy.tx(0), frame));
    legacy.close();
    Port extended = open(PLAIN.withFeatures(Set.of(TX_CHECKSUM)));
    send(extended.tx(0), frame);
    assertEquals(1, extended.tx(0).statistics().contexts());
    extended.close();
    assertEquals(0, pool.outstanding());
  }

  private static Packet asking(Packet packet) {
    packet.length(100);
    packet.offload().headers(14, 20, 20, false, true);
    packet.offload().computeIpChecksum();
    return packet;
  }

  private static void send(TxRing ring, Packet packet) {
    assertEquals(Submit.ACCEPTED, ring.submit(packet));
  }

  @Test
  void stopHandsOutWhatIsInFlightAndStartGoesOn() {
    Port port = open(PLAIN);
    TxRing before = port.tx(0);
    Packet packet = pool.take();
    packet.length(60);
    send(before, packet);
    List<Packet> back = new ArrayList<>();
    port.stop(back::add);
    assertEquals(List.of(packet), back);
    assertEquals(1, pool.outstanding());
    back.forEach(Chain::giveBack);
    port.start(PLAIN);
    assertSame(before, port.tx(0), "the same settings");
    assertEquals(7, words.get(RDT));
    assertThrows(IllegalStateException.class, () -> port.start(PLAIN));
    port.close();
    port.start(PLAIN.withMtu(9000).withFeatures(Set.of(JUMBO, SCATTER_GATHER)));
    assertNotSame(before, port.tx(0));
    port.close();
    port.close();
    assertEquals(0, pool.outstanding());
  }

  @Test
  void causesAreTranslatedAndMasked() {
    Port port = open(PLAIN);
    words.put(ICR, ICR_RXT0 | ICR_LSC);
    assertEquals(Port.RX | Port.LINK, port.causes(0));
    words.put(ICR, ICR_TXDW | ICR_RXO);
    assertEquals(Port.TX | Port.OVERRUN, port.causes(0));
    words.put(ICR, 0);
    assertEquals(0, port.causes(0));
    port.unmask(0);
    assertEquals(0xd5, words.get(IMS));
    port.mask(0);
    assertEquals(-1, words.get(IMC));
    assertThrows(IndexOutOfBoundsException.class, () -> port.unmask(1));
    assertThrows(IndexOutOfBoundsException.class, () -> port.tx(1));
    assertThrows(IndexOutOfBoundsException.class, () -> port.rx(-1));
  }

  @Test
  void moderationIsRoundedUpAndSurvivesARestart() {
    Port port = open(PLAIN);
    port.moderate(0, 1);
    assertEquals(1, words.get(ITR));
    port.moderate(0, Integer.MAX_VALUE);
    assertEquals(0xffff, words.get(ITR));
    port.moderate(0, 50_000);
    assertEquals(196, words.get(ITR));
    port.stop(Chain::giveBack);
    words.put(ITR, 0);
    port.start(PLAIN);
    assertEquals(196, words.get(ITR));
    port.moderate(0, 0);
    assertEquals(0, words.get(ITR));
  }
}
