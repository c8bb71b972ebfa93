package org.ringbook.dataplane.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaMemory;

class PacketPoolTest {
  private final DmaMemory dma = new DmaMemory(1 << 16);
  private final PacketPool pool = new PacketPool(dma, 3, 100);

  @Test
  void handsOutEveryPacketOnceThenNone() {
    Set<Packet> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 3; i++) {
      taken.add(pool.take());
    }
    assertEquals(3, taken.size());
    assertEquals(3, taken.stream().mapToLong(Packet::busAddress).distinct().count());
    assertSame(Packet.NONE, pool.take());
    assertEquals(0, pool.available());
    assertEquals(3, pool.outstanding());
  }

  @Test
  void buffersStartOnACacheLine() {
    assertEquals(0, pool.take().busAddress() % 64);
    assertEquals(0, pool.take().busAddress() % 64);
  }

  @Test
  void aSecondGiveBackIsCaught() {
    Packet packet = pool.take();
    packet.giveBack();
    assertThrows(WrongOwner.class, packet::giveBack);
    assertThrows(WrongOwner.class, () -> pool.giveBack(packet));
    assertEquals(3, pool.available());
  }

  @Test
  void anotherPoolTakesNothingBack() {
    PacketPool other = new PacketPool(dma, 1, 100);
    Packet packet = pool.take();
    assertThrows(WrongOwner.class, () -> other.giveBack(packet));
    assertThrows(WrongOwner.class, () -> other.giveBack(Packet.NONE));
    assertEquals(1, pool.outstanding());
  }

  @Test
  void useAfterGiveBackIsCaught() {
    Packet packet = pool.take();
    packet.giveBack();
    assertThrows(WrongOwner.class, packet::data);
    assertThrows(WrongOwner.class, packet::length);
    assertThrows(WrongOwner.class, packet::busAddress);
    assertThrows(WrongOwner.class, () -> packet.length(1));
    assertThrows(WrongOwner.class, () -> packet.handTo(Owner.DEVICE));
  }

  @Test
  void theCpuKeepsOffABufferOfTheDevice() {
    Packet packet = pool.take();
    packet.handTo(Owner.DEVICE);
    assertThrows(WrongOwner.class, packet::data);
    assertThrows(WrongOwner.class, packet::giveBack);
    packet.handTo(Owner.DRIVER);
    packet.giveBack();
    assertEquals(0, pool.outstanding());
  }

  @Test
  void onlyThePoolFreesAndOnlyThePoolTakes() {
    Packet packet = pool.take();
    assertThrows(WrongOwner.class, () -> packet.handTo(Owner.FREE));
    assertThrows(WrongOwner.class, () -> packet.handTo(Owner.DRIVER));
  }

  @Test
  void aPacketTakenAgainIsFreshAndOfANewGeneration() {
    Packet packet = pool.take();
    packet.attach("mbuf");
    packet.received(60, 3, 1);
    int generation = packet.generation();
    packet.giveBack();
    assertSame(packet, pool.take());
    assertEquals(generation + 1, packet.generation());
    assertNull(packet.attachment());
    assertEquals(0, packet.length() + packet.status() + packet.errors());
  }

  @Test
  void lengthStaysWithinTheBuffer() {
    Packet packet = pool.take();
    assertThrows(IllegalArgumentException.class, () -> packet.length(101));
    assertThrows(IllegalArgumentException.class, () -> packet.length(-1));
    byte[] frame = new byte[101];
    assertThrows(IllegalArgumentException.class, () -> packet.copyFrom(frame));
    packet.copyFrom(new byte[] {1, 2, 3});
    assertArrayEquals(new byte[] {1, 2, 3}, packet.toByteArray());
    assertNotSame(packet.toByteArray(), packet.toByteArray());
  }

  @Test
  void noneIsOfNoUse() {
    assertEquals(0, Packet.NONE.capacity());
    assertThrows(WrongOwner.class, Packet.NONE::busAddress);
    assertThrows(WrongOwner.class, Packet.NONE::giveBack);
  }
}
