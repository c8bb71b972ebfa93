package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.port.Registers.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.ring.DescriptorRing;

/** Filters, counters, moderation and legacy checksums of the 8254x. */
class SimulatedNicFilterTest {
  private static final int MTA = 0x5200;
  private static final int VFTA = 0x5600;
  private static final int VFE = 0x4_0000;
  private static final int VME = 0x4000_0000;

  private final Wire wire = new Wire();
  private final DmaMemory dma = new DmaMemory(1 << 18);
  private final SimulatedNic nic = new SimulatedNic(dma, wire.left());
  private final PacketPool pool = new PacketPool(dma, 24, 2048);
  private final EthernetPort port = EthernetPort.open(nic, dma, pool, 8);
  private final List<Packet> got = new ArrayList<>();

  private int arrive(byte[] frame) {
    assertTrue(wire.right().send(frame));
    nic.process();
    return port.rx().poll(8, got::add);
  }

  private void setReceive(int set, int clear) {
    nic.write32(RCTL, (nic.read32(RCTL) & ~clear) | set);
  }

  private static byte[] to(String address) {
    byte[] frame = Frames.numbered(1, 64);
    System.arraycopy(HexFormat.ofDelimiter(":").parseHex(address), 0, frame, 0, 6);
    return frame;
  }

  /** Type 0 takes bits 47 to 36: of 01:00:5e:00:00:01 those are 0x010. */
  @Test
  void theMulticastTableLetsInWhatHashesAlike() {
    setReceive(0, RCTL_MPE | RCTL_UPE);
    assertEquals(0, arrive(to("01:00:5e:00:00:01")));
    nic.write32(MTA + 4 * (0x010 >>> 5), 1 << (0x010 & 31));
    assertEquals(1, arrive(to("01:00:5e:00:00:01")));
    assertTrue((got.getLast().status() & LegacyRxDescriptor.PIF) != 0);
    assertEquals(1, arrive(to("01:00:5e:7f:0f:01")), "not exact");
    assertEquals(0, arrive(to("01:00:5e:00:10:01")));
    assertEquals(0, arrive(to("02:00:5e:00:00:01")), "unicast has no table");
  }

  @Test
  void theOffsetChoosesOtherBits() {
    setReceive(3 << 12, RCTL_MPE);
    int bits = 0x100;
    nic.write32(MTA + 4 * (bits >>> 5), 1 << (bits & 31));
    assertEquals(1, arrive(to("01:00:5e:00:00:01")));
    assertEquals(0, arrive(to("01:00:5e:00:01:01")));
  }

  @Test
  void anyOfSixteenAddressesIsOwn() {
    setReceive(0, RCTL_UPE);
    nic.write32(RAL0 + 8 * 15, 0x0000_0002);
    nic.write32(RAH0 + 8 * 15, 0x0900 | RAH_AV);
    assertEquals(1, arrive(to("02:00:00:00:00:09")));
    assertEquals(0, got.getLast().status() & LegacyRxDescriptor.PIF);
    nic.write32(RAH0 + 8 * 15, 0x0900);
    assertEquals(0, arrive(to("02:00:00:00:00:09")), "no longer valid");
  }

  private static byte[] tagged(int control) {
    byte[] plain = Frames.numbered(1, 64);
    byte[] frame = Arrays.copyOf(plain, 68);
    System.arraycopy(plain, 12, frame, 16, 52);
    frame[12] = (byte) 0x81;
    frame[13] = 0;
    frame[14] = (byte) (control >>> 8);
    frame[15] = (byte) control;
    return frame;
  }

  @Test
  void theVlanTableLetsInItsMembersAndWhatHasNoTag() {
    setReceive(VFE, 0);
    assertEquals(0, arrive(tagged(0x2064)));
    nic.write32(VFTA + 4 * (0x64 >>> 5), 1 << (0x64 & 31));
    assertEquals(1, arrive(tagged(0x2064)), "priority does not count");
    assertEquals(0, arrive(tagged(0x2065)));
    assertEquals(1, arrive(Frames.numbered(1, 64)));
  }

  @Test
  void tagsComeOutInVlanModeOnly() {
    assertEquals(1, arrive(tagged(0x2064)));
    assertArrayEquals(tagged(0x2064), got.getLast().toByteArray());
    nic.write32(CTRL, nic.read32(CTRL) | VME);
    assertEquals(1, arrive(tagged(0x2064)));
    assertEquals(64, got.getLast().length());
    assertTrue((got.getLast().status() & LegacyRxDescriptor.VP) != 0);
    assertEquals(0x2064, got.getLast().metadata().vlan());
    nic.write32(VET, 0x88a8);
    assertEquals(1, arrive(tagged(0x2064)));
    assertEquals(68, got.getLast().length(), "another EtherType");
  }

  @Test
  void countersTellFramesApart() {
    arrive(to("ff:ff:ff:ff:ff:ff"));
    arrive(to("01:00:5e:00:00:01"));
    arrive(Frames.numbered(1, 60));
    arrive(Frames.numbered(1, 124));
    arrive(Frames.numbered(1, 1514));
    assertEquals(1, nic.read32(Statistics.BPRC));
    assertEquals(1, nic.read32(Statistics.MPRC));
    assertEquals(5, nic.read32(Statistics.TPR));
    int[] sizes = {1, 2, 1, 0, 0, 1};
    for (int i = 0; i < 6; i++) {
      assertEquals(sizes[i], nic.read32(Statistics.PRC64 + 4 * i), "class " + i);
      assertEquals(0, nic.read32(Statistics.PRC64 + 4 * i), "reading clears");
    }
    assertEquals(64 + 128 + 1518 + 2 * 68, nic.read32(Statistics.GORCL));
    nic.write32(Statistics.TPR, 7);
    assertEquals(0, nic.read32(Statistics.TPR), "writing does nothing");
  }

  @Test
  void legacyChecksumGoesFromCssToTheEnd() {
    byte[] frame = Frames.numbered(3, 101);
    frame[40] = 0;
    frame[41] = 0;
    Packet packet = pool.take();
    packet.copyFrom(frame);
    DescriptorRing ring = new DescriptorRing(dma, 8);
    nic.write32(TDBAL, (int) ring.busAddress());
    nic.write32(TDH, 0);
    int command = LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS | 0x04;
    long bus = packet.busAddress();
    LegacyTxDescriptor.write(ring.slots(), 0, bus, frame.length, command);
    LegacyTxDescriptor.checksum(ring.slots(), 0, 24, 40);
    nic.write32(TDT, 1);
    nic.process();
    byte[] sent = wire.right().receive();
    assertEquals(0xffff, sum(sent, 24), "with its checksum the sum is all ones");
    sent[40] = 0;
    sent[41] = 0;
    assertArrayEquals(frame, sent, "and nothing else changed");
  }

  private static int sum(byte[] bytes, int from) {
    long sum = 0;
    for (int i = from; i < bytes.length; i++) {
      sum += (bytes[i] & 0xffL) << ((i - from) % 2 == 0 ? 8 : 0);
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (int) sum;
  }

  @Test
  void theLineRisesNoSoonerThanTheThrottleAllows() {
    nic.write32(ITR, 10);
    nic.write32(IMS, ICR_RXT0);
    nic.read32(ICR);
    arrive(Frames.numbered(1));
    assertTrue(nic.take(0));
    assertTrue(nic.take(0), "a line stays high");
    nic.read32(ICR);
    assertFalse(nic.take(0));
    arrive(Frames.numbered(2));
    assertTrue(nic.interruptPending());
    nic.clock().advance(2559);
    assertFalse(nic.take(0));
    nic.clock().advance(1);
    assertTrue(nic.take(0));
    nic.write32(IMC, ICR_RXT0);
    assertFalse(nic.take(0), "masked");
  }
}
