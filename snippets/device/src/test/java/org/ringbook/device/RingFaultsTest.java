package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.port.Registers.RDH;
import static org.ringbook.dataplane.port.Registers.RDT;
import static org.ringbook.dataplane.port.Registers.TCTL;
import static org.ringbook.dataplane.port.Registers.TCTL_EN;
import static org.ringbook.dataplane.port.Registers.TDBAH;
import static org.ringbook.dataplane.port.Registers.TDBAL;
import static org.ringbook.dataplane.port.Registers.TDH;
import static org.ringbook.dataplane.port.Registers.TDLEN;
import static org.ringbook.dataplane.port.Registers.TDT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.IllegalDmaAccess;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.WrongOwner;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** The ring faults of the errata list: each cannot happen here, or is caught. */
class RingFaultsTest {
  private final Wire wire = new Wire();
  private final DmaMemory dma = new DmaMemory(1 << 18);
  private final SimulatedNic nic = new SimulatedNic(dma, wire.left());
  private final PacketPool pool = new PacketPool(dma, 24, 2048);
  private final EthernetPort port = EthernetPort.open(nic, dma, pool, 8);
  private final List<Packet> got = new ArrayList<>();

  @AfterEach
  void nothingLeaks() {
    got.forEach(Packet::giveBack);
    port.close();
    assertEquals(0, pool.outstanding());
  }

  private Packet frame(int number) {
    Packet packet = pool.take();
    packet.copyFrom(Frames.numbered(number));
    return packet;
  }

  private void submitted(Packet packet) {
    assertEquals(Submit.ACCEPTED, port.tx().submit(packet));
  }

  @Test
  void e01APacketInFlightIsNeitherReusedNorTouched() {
    Packet packet = frame(1);
    submitted(packet);
    assertThrows(WrongOwner.class, packet::giveBack);
    assertThrows(WrongOwner.class, packet::data);
    for (int left = pool.available(); left > 0; left--) {
      Packet other = pool.take();
      assertNotSame(packet, other);
      got.add(other);
    }
    nic.process();
    assertEquals(1, port.tx().complete(8, done -> assertEquals(packet, done)));
    assertEquals(Owner.STACK, packet.owner());
    packet.giveBack();
  }

  @Test
  void e02ARefusedPacketStaysWithTheCallerAndIsCounted() {
    for (int i = 0; i < 7; i++) {
      submitted(frame(i));
    }
    Packet refused = frame(7);
    assertEquals(Submit.FULL, port.tx().submit(refused));
    assertEquals(Owner.DRIVER, refused.owner());
    nic.process();
    assertEquals(7, port.tx().complete(8, Packet::giveBack));
    submitted(refused);
    assertEquals(1, port.tx().statistics().refused());
  }

  @Test
  void e03EveryPacketHasABusAddressAndAnyOtherFaults() {
    Packet packet = frame(1);
    assertNotEquals(0, packet.busAddress());
    packet.giveBack();
    DescriptorRing ring = new DescriptorRing(dma, 8);
    program(ring);
    LegacyTxDescriptor.write(ring.slots(), 0, 0x7fff_dead_beefL, 60, 0x0b);
    nic.write32(TDT, 1);
    assertThrows(IllegalDmaAccess.class, () -> nic.step(1));
  }

  private void program(DescriptorRing ring) {
    nic.write32(TDBAL, (int) ring.busAddress());
    nic.write32(TDBAH, (int) (ring.busAddress() >>> 32));
    nic.write32(TDLEN, ring.lengthInBytes());
    nic.write32(TDH, 0);
  }

  @Test
  void e04TheWholeFrameIsSentAlsoOverSeveralDescriptors() {
    byte[] whole = Frames.numbered(4, 300);
    Packet first = pool.take();
    Packet second = pool.take();
    first.copyFrom(Arrays.copyOf(whole, 100));
    second.copyFrom(Arrays.copyOfRange(whole, 100, 300));
    DescriptorRing ring = new DescriptorRing(dma, 8);
    program(ring);
    LegacyTxDescriptor.write(ring.slots(), 0, first.busAddress(), 100, 0x0a);
    LegacyTxDescriptor.write(ring.slots(), 16, second.busAddress(), 200, 0x0b);
    nic.write32(TDT, 2);
    nic.process();
    assertArrayEquals(whole, wire.right().receive());
    got.addAll(List.of(first, second));
  }

  @Test
  void e05NothingIsSentWithoutTheDoorbellAndEverythingWithIt() {
    assertEquals(Submit.ACCEPTED, port.tx().submit(frame(1), true));
    assertEquals(Submit.ACCEPTED, port.tx().submit(frame(2), true));
    assertEquals(0, nic.process());
    port.tx().kick();
    assertEquals(2, nic.process());
    assertEquals(2, wire.right().waiting());
    assertEquals(1, port.tx().statistics().doorbells());
  }

  @Test
  void e06AFrameCountsOnceItsDescriptorSaysSoNotOnceHeadMoved() {
    nic.write32(RDH, 3);
    assertEquals(0, port.rx().poll(64, got::add));
    nic.write32(RDH, 0);
    wire.right().send(Frames.numbered(6));
    nic.process();
    assertEquals(1, port.rx().poll(64, got::add));
    assertArrayEquals(Frames.numbered(6), got.getFirst().toByteArray());
  }

  @Test
  void e07TheRingNeverRunsDry() {
    for (int i = 0; i < 100; i++) {
      wire.right().send(Frames.numbered(i));
      nic.process();
      assertEquals(1, port.rx().poll(64, Packet::giveBack));
      assertEquals(7, port.rx().postedBuffers());
    }
    assertEquals(100, port.rx().statistics().received());
  }

  @Test
  void e08TheDeviceMovesHeadTheDriverMovesTail() {
    submitted(frame(1));
    submitted(frame(2));
    assertEquals(0, nic.read32(TDH));
    assertEquals(2, nic.read32(TDT));
    nic.step(1);
    assertEquals(1, nic.read32(TDH));
    assertEquals(2, nic.read32(TDT));
  }

  @Test
  void e34ASlowStackCostsFramesNotTheRing() {
    for (int i = 0; i < 40; i++) {
      wire.right().send(Frames.numbered(i));
      nic.process();
      assertEquals(1, port.rx().poll(64, got::add));
    }
    assertEquals(24 - 7, got.size());
    assertEquals(40 - 17, port.rx().statistics().droppedNoBuffer());
    for (int i = 0; i < got.size(); i++) {
      assertArrayEquals(Frames.numbered(i), got.get(i).toByteArray());
    }
  }

  @Test
  void e98TailIsNotTheNextToClean() {
    assertEquals(7, nic.read32(RDT));
    wire.right().send(Frames.numbered(1));
    nic.process();
    assertEquals(1, port.rx().poll(64, Packet::giveBack));
    assertEquals(1, nic.read32(RDH));
    assertEquals(0, nic.read32(RDT));
  }

  @Test
  void e120HeadIsZeroAgainAfterAWrap() {
    for (int i = 0; i < 8; i++) {
      submitted(frame(i));
      nic.process();
      assertEquals(1, port.tx().complete(8, Packet::giveBack));
    }
    assertEquals(0, nic.read32(TDH));
    assertEquals(8, port.tx().statistics().completed());
    assertTrue((nic.read32(TCTL) & TCTL_EN) != 0);
  }
}
