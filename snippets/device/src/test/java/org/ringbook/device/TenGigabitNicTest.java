package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.port.Filters82599.qprc;
import static org.ringbook.dataplane.port.Registers82599.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** Queues, hashes and messages of the 82599. */
class TenGigabitNicTest {
  private static final int QUEUES = 16;
  private static final String KEY =
      "6d5a56da255b0ec24167253d43a38fb0d0ca2bcbae7b30b477cb2da38030f20c6a42b73bbeac01fa";

  private final TwoMachines machines =
      new TwoMachines(TenGigabitNic::new, MultiQueuePort::open, settings(), 40);
  private final Nic nic = machines.right().nic();
  private final Port port = machines.right().port();
  private final List<Packet> got = new ArrayList<>();

  private static PortSettings settings() {
    List<Byte> key = new ArrayList<>();
    for (byte b : HexFormat.of().parseHex(KEY)) {
      key.add(b);
    }
    return new PortSettings(QUEUES, 32, 1500, EnumSet.allOf(Feature.class), key);
  }

  @AfterEach
  void nothingLeaks() {
    got.forEach(Packet::giveBack);
    machines.close();
    machines.left().pools().forEach(pool -> assertEquals(0, pool.outstanding()));
    machines.right().pools().forEach(pool -> assertEquals(0, pool.outstanding()));
  }

  private void arrive(byte[] frame) {
    assertTrue(machines.wire().left().send(frame));
    nic.process();
  }

  private static FrameBuilder from(String source, String destination) {
    FrameBuilder frame = FrameBuilder.ethernet(NicContract.HERE, NicContract.THERE);
    boolean six = source.contains(":");
    return six ? frame.ipv6(source, destination) : frame.ipv4(source, destination);
  }

  private void hashed(byte[] frame, int hash, int type) {
    arrive(frame);
    int queue = (hash & 127) % QUEUES;
    assertEquals(1, port.rx(queue).poll(8, got::add), "queue " + queue);
    assertEquals(hash, got.getLast().metadata().hash());
    assertEquals(type, got.getLast().metadata().hashType());
    assertEquals(1, nic.read32(qprc(queue)));
  }

  @Test
  void theHashOfTheVectorsChoosesTheQueue() {
    hashed(from("66.9.149.187", "161.142.100.80").tcp(2794, 1766).build(), 0x51ccc178, 1);
    hashed(from("66.9.149.187", "161.142.100.80").udp(2794, 1766).build(), 0x323e8fc2, 2);
    hashed(from("199.92.111.2", "65.69.140.83").tcp(14230, 4739).build(), 0xc626b0ea, 1);
    hashed(from("24.19.198.95", "12.22.207.184").udp(1, 2).build(), 0xd2d0a5de, 2);
    hashed(
        from("3ffe:2501:200:1fff::7", "3ffe:2501:200:3::1").tcp(2794, 1766).build(), 0x40207d3d, 3);
    hashed(from("3ffe:501:8::260:97ff:fe40:efab", "ff02::1").udp(1, 2).build(), 0x0f0c461c, 5);
  }

  @Test
  void aFragmentHasNoPortsAndWhatIsNotIpNoHash() {
    var frame = from("66.9.149.187", "161.142.100.80").fragment(0, true, 1);
    hashed(frame.tcp(2794, 1766).payload(new byte[8]).build(), 0x323e8fc2, 2);
    hashed(Frames.numbered(1, 64), 0, 0);
  }

  @Test
  void everyQueueSendsOnItsOwn() {
    for (int q = 0; q < QUEUES; q++) {
      Packet packet = machines.left().pools().get(q).take();
      packet.copyFrom(Frames.numbered(q));
      assertEquals(Submit.ACCEPTED, machines.left().port().tx(q).submit(packet));
    }
    machines.left().nic().faults().stickTransmit(3, Faults.UNTIL_RESET);
    machines.settle();
    for (int q = 0; q < QUEUES; q++) {
      int sent = machines.left().port().tx(q).complete(8, Packet::giveBack);
      assertEquals(q == 3 ? 0 : 1, sent, "queue " + q);
    }
    assertEquals(15, port.rx(0).poll(64, got::add), "not IP: queue 0");
  }

  @Test
  void aMessageSpeaksForItsQueueAlone() {
    for (int v = 0; v <= QUEUES; v++) {
      port.unmask(v);
      port.causes(v);
    }
    hashed(from("66.9.149.187", "161.142.100.80").tcp(2794, 1766).build(), 0x51ccc178, 1);
    for (int v = 0; v <= QUEUES; v++) {
      assertEquals(v == 8, nic.take(v), "vector " + v);
      assertFalse(nic.take(v), "a message is sent once");
    }
    assertEquals(0, nic.read32(EICR), "EIAC cleared it");
    assertEquals(Port.RX | Port.TX, port.causes(8));
  }

  @Test
  void whatComesWhileMaskedIsToldWhenUnmasked() {
    port.mask(0);
    arrive(Frames.numbered(1, 64));
    assertFalse(nic.take(0));
    port.unmask(0);
    assertTrue(nic.take(0));
    assertEquals(1, port.rx(0).poll(8, got::add));
  }

  @Test
  void theLastVectorTellsOfLinkAndLoss() {
    port.unmask(QUEUES);
    nic.faults().flapLink();
    assertTrue(nic.take(QUEUES));
    assertEquals(Port.LINK, port.causes(QUEUES));
    for (int i = 0; i < 33; i++) {
      arrive(Frames.numbered(i));
    }
    assertTrue(nic.take(QUEUES));
    assertEquals(Port.OVERRUN, port.causes(QUEUES));
    assertEquals(2, nic.read32(0x3fa0));
    assertEquals(31, port.rx(0).poll(64, got::add));
  }

  @Test
  void moderationIsEachVectorsOwn() {
    port.moderate(0, 50_000);
    port.unmask(0);
    port.unmask(8);
    byte[] toEight = from("66.9.149.187", "161.142.100.80").tcp(2794, 1766).build();
    arrive(Frames.numbered(1, 64));
    assertTrue(nic.take(0));
    arrive(Frames.numbered(1, 64));
    arrive(toEight);
    assertFalse(nic.take(0));
    assertTrue(nic.take(8));
    // 25 units of 2.048 us.
    nic.clock().advance(51_199);
    assertFalse(nic.take(0));
    nic.clock().advance(1);
    assertTrue(nic.take(0));
    assertEquals(2, port.rx(0).poll(8, got::add));
    assertEquals(1, port.rx(8).poll(8, got::add));
  }

  @Test
  void aQueueIsEnabledOnlyOnceItsBitReadsBack() {
    TenGigabitNic fresh = new TenGigabitNic(new DmaMemory(4096), new Wire().left());
    fresh.write32(rxdctl(2), XDCTL_ENABLE);
    assertEquals(0, fresh.read32(rxdctl(2)) & XDCTL_ENABLE);
    assertNotEquals(0, fresh.read32(rxdctl(2)) & XDCTL_ENABLE);
    fresh.write32(txdctl(2), XDCTL_ENABLE);
    fresh.step(1);
    assertEquals(0, fresh.read32(txdctl(2)) & XDCTL_ENABLE, "DMATXCTL.TE is clear");
    fresh.write32(DMATXCTL, DMATXCTL_TE);
    fresh.step(1);
    assertNotEquals(0, fresh.read32(txdctl(2)) & XDCTL_ENABLE);
    fresh.write32(txdctl(2), 0);
    assertEquals(0, fresh.read32(txdctl(2)));
  }

  @Test
  void settingsBeyondTheDeviceAreRefused() {
    PortSettings wanted = settings();
    refused(new PortSettings(17, 32, 1500, wanted.features(), wanted.rssKey()));
    refused(new PortSettings(2, 32, 1500, wanted.features(), List.of()));
    refused(PortSettings.plain(32).withMtu(9000));
    refused(new PortSettings(1, 32, 67, wanted.features(), wanted.rssKey()));
  }

  private void refused(PortSettings settings) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            MultiQueuePort.open(
                nic, new DmaMemory(1 << 16), machines.right().pools()::get, settings));
  }
}
