package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.IFCS;
import static org.ringbook.dataplane.port.Registers.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing.Submit;

class SimulatedNicTest {
  private final Wire wire = new Wire();
  private final DmaMemory dma = new DmaMemory(1 << 18);
  private final SimulatedNic nic = new SimulatedNic(dma, wire.left());
  private final PacketPool pool = new PacketPool(dma, 24, 2048);
  private final EthernetPort port = EthernetPort.open(nic, dma, pool, 8);
  private final List<Packet> got = new ArrayList<>();

  private void send(byte[] frame) {
    Packet packet = pool.take();
    packet.copyFrom(frame);
    assertEquals(Submit.ACCEPTED, port.tx().submit(packet));
    nic.process();
  }

  private void arrive(int number) {
    assertTrue(wire.right().send(Frames.numbered(number)));
    nic.process();
  }

  @Test
  void shortFramesArePaddedToSixtyBytes() {
    sendRaw(Frames.numbered(1, 50), EOP | IFCS);
    byte[] frame = wire.right().receive();
    assertEquals(60, frame.length);
    assertArrayEquals(Frames.numbered(1, 50), Arrays.copyOf(frame, 50));
    assertArrayEquals(new byte[10], Arrays.copyOfRange(frame, 50, 60));
  }

  @Test
  void withoutPadShortFramesStayShort() {
    nic.write32(TCTL, TCTL_EN);
    sendRaw(new byte[50], EOP | IFCS);
    assertEquals(50, wire.right().receive().length);
  }

  @Test
  void withoutIfcsTheDriverOwesTheFrameCheckSequence() {
    byte[] frame = Frames.numbered(1, 64);
    CRC32 crc = new CRC32();
    crc.update(frame, 0, 60);
    for (int i = 0; i < 4; i++) {
      frame[60 + i] = (byte) (crc.getValue() >>> (8 * i));
    }
    sendRaw(frame, EOP);
    frame[20] ^= 1;
    sendRaw(frame, EOP);
    SimulatedNic far = new SimulatedNic(dma, wire.right());
    EthernetPort farPort = EthernetPort.open(far, dma, pool, 8);
    far.process();
    assertEquals(1, farPort.rx().poll(8, got::add));
    assertEquals(60, got.getFirst().length());
    assertEquals(1, far.read32(CRCERRS));
    assertEquals(0, far.read32(CRCERRS), "reading clears");
  }

  private void sendRaw(byte[] frame, int command) {
    Packet packet = pool.take();
    packet.copyFrom(frame);
    DescriptorRing ring = new DescriptorRing(dma, 8);
    nic.write32(TDBAL, (int) ring.busAddress());
    nic.write32(TDH, 0);
    long bus = packet.busAddress();
    LegacyTxDescriptor.write(ring.slots(), 0, bus, frame.length, command);
    nic.write32(TDT, 1);
    nic.process();
    assertFalse(LegacyTxDescriptor.isDone(ring.slots(), 0), "no RS, no DD");
    packet.giveBack();
  }

  @Test
  void withoutStripTheFrameCheckSequenceIsStored() {
    nic.write32(RCTL, nic.read32(RCTL) & ~RCTL_SECRC);
    arrive(5);
    assertEquals(1, port.rx().poll(8, got::add));
    byte[] stored = got.getFirst().toByteArray();
    byte[] frame = Arrays.copyOf(stored, stored.length - 4);
    assertArrayEquals(Frames.numbered(5), frame);
    CRC32 crc = new CRC32();
    crc.update(stored);
    assertEquals(0x2144df1cL, crc.getValue(), "the residue of a good frame");
  }

  @Test
  void damagedFramesAreStoredOnlyOnRequest() {
    wire.right().send(Frames.numbered(1), false);
    nic.process();
    assertEquals(0, port.rx().poll(8, got::add));
    nic.write32(RCTL, nic.read32(RCTL) | RCTL_SBP);
    wire.right().send(Frames.numbered(1), false);
    nic.process();
    assertEquals(1, port.rx().poll(8, got::add));
    assertEquals(1, port.rx().statistics().droppedDamaged());
    assertEquals(2, nic.read32(CRCERRS));
  }

  @Test
  void anEmptyRingLosesFramesAndSaysSo() {
    for (int i = 0; i < 9; i++) {
      arrive(i);
    }
    assertEquals(2, nic.read32(MPC));
    assertEquals(7, nic.read32(GPRC));
    int causes = nic.read32(ICR);
    assertEquals(ICR_RXO | ICR_RXDMT0 | ICR_RXT0, causes & ~ICR_LSC);
    assertEquals(7, port.rx().poll(64, Packet::giveBack));
  }

  @Test
  void jumboFramesTakeSeveralDescriptorsAndAreDroppedByTheRing() {
    assertTrue(wire.right().send(Frames.numbered(1, 5000)));
    nic.process();
    assertEquals(3, nic.read32(RDH));
    arrive(2);
    assertEquals(4, port.rx().poll(64, got::add));
    assertEquals(1, port.rx().statistics().droppedOversize());
    assertArrayEquals(Frames.numbered(2), got.getFirst().toByteArray());
  }

  @Test
  void aDisabledReceiverHearsNothing() {
    nic.write32(RCTL, 0);
    arrive(1);
    assertEquals(0, nic.read32(RDH) + nic.read32(MPC));
  }

  @Test
  void onlyItsOwnAddressUnlessPromiscuous() {
    int filter = RCTL_UPE | RCTL_MPE;
    nic.write32(RCTL, nic.read32(RCTL) & ~filter);
    arrive(1);
    assertEquals(0, port.rx().poll(8, got::add));
    byte[] frame = Frames.numbered(2);
    nic.write32(RAL0, (int) bytes(frame, 0, 4));
    nic.write32(RAH0, (int) bytes(frame, 4, 2) | RAH_AV);
    arrive(2);
    assertEquals(1, port.rx().poll(8, Packet::giveBack));
    Arrays.fill(frame, 0, 6, (byte) 0xff);
    wire.right().send(frame);
    nic.process();
    assertEquals(1, port.rx().poll(8, Packet::giveBack));
  }

  private static long bytes(byte[] frame, int from, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (frame[from + i] & 0xffL) << (8 * i);
    }
    return value;
  }

  @Test
  void causesAreClearedByReadingAndMasked() {
    assertEquals(ICR_LSC, nic.read32(ICR));
    send(Frames.numbered(1));
    assertFalse(nic.interruptPending());
    nic.write32(IMS, ICR_TXDW);
    assertTrue(nic.interruptPending());
    assertEquals(ICR_TXDW | ICR_TXQE, nic.read32(ICR));
    assertEquals(0, nic.read32(ICR));
    nic.write32(IMC, ICR_TXDW);
    nic.write32(ICS, ICR_TXDW);
    assertFalse(nic.interruptPending());
    assertEquals(0, nic.read32(IMS));
  }

  @Test
  void aStalledDeviceCompletesNothingUntilResumed() {
    nic.stall();
    send(Frames.numbered(1));
    assertEquals(0, port.tx().complete(8, Packet::giveBack));
    nic.resume();
    nic.process();
    assertEquals(1, port.tx().complete(8, Packet::giveBack));
  }

  @Test
  void closingAStalledPortLeaksNothing() {
    nic.stall();
    for (int i = 0; i < 5; i++) {
      send(Frames.numbered(i));
    }
    port.close();
    assertEquals(0, pool.outstanding());
    assertEquals(5, port.tx().statistics().drained());
    assertFalse(port.linkUp());
    nic.resume();
    assertEquals(0, nic.process());
  }

  @Test
  void anAddressOfZeroTransfersNothingButIsDone() {
    DescriptorRing ring = new DescriptorRing(dma, 8);
    nic.write32(TDBAL, (int) ring.busAddress());
    LegacyTxDescriptor.write(ring.slots(), 0, 0, 60, 0x0b);
    nic.write32(TDT, 1);
    nic.process();
    assertEquals(0, wire.right().waiting());
    assertTrue(LegacyTxDescriptor.isDone(ring.slots(), 0));
  }

  @Test
  void registersOutsideTheFileAreRefused() {
    assertTrue(port.linkUp());
    assertThrows(IllegalArgumentException.class, () -> nic.read32(2));
    assertThrows(IllegalArgumentException.class, () -> nic.read32(-4));
    assertThrows(IllegalArgumentException.class, () -> nic.write32(0x6000, 0));
  }
}
