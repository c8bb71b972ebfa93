package org.ringbook.dataplane.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** A frame's packets are linked in the order in which its pieces were wrapped. */
class ChainTest {
  private final PacketShells shells = new PacketShells(4);
  private final Chain.Links links = new Chain.Links();

  private Packet shell(int bytes) {
    return shells.wrap(MemorySegment.ofArray(new byte[bytes]), 0x1000);
  }

  @Test
  void packetsFollowEachOtherAsTheyWereAdded() {
    Packet first = shell(1);
    Packet second = shell(2);
    Packet third = shell(3);
    links.add(first);
    links.add(second);
    links.add(third);
    assertSame(first, links.take());
    assertSame(second, first.next());
    assertSame(third, second.next());
    assertNull(third.next());
    assertEquals(6, first.frameLength());
  }

  @Test
  void oneIsReadyForTheNextFrameOnceTheChainIsTaken() {
    Packet before = shell(1);
    links.add(before);
    links.take();
    Packet first = shell(2);
    Packet second = shell(3);
    links.add(first);
    links.add(second);
    assertSame(first, links.take());
    assertNull(before.next(), "the frame before is as it was");
    assertEquals(2, first.segments());
  }

  @Test
  void aFrameWithoutPiecesIsNoPacket() {
    assertSame(Packet.NONE, links.take());
    links.add(shell(1));
    links.take();
    assertSame(Packet.NONE, links.take());
  }

  @Test
  void whatWasLinkedCanBeGivenBackAtOnce() {
    links.add(shell(1));
    links.add(shell(2));
    Chain.giveBack(links.take());
    assertEquals(0, shells.outstanding());
  }
}
