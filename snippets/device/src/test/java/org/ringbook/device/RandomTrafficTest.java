package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** In whatever order both sides act: no packet is lost, none comes twice. */
class RandomTrafficTest {
  private static final int ACTIONS = 3000;

  private TwoPorts ports;
  private Random random;
  private int submitted;
  private int completed;
  private int delivered;

  @Property(tries = 60)
  void everyFrameArrivesOnceAndInOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int eights) {
    random = new Random(seed);
    ports = new TwoPorts(8 * eights, 20 * eights);
    submitted = 0;
    completed = 0;
    delivered = 0;
    for (int i = 0; i < ACTIONS; i++) {
      act(random.nextInt(6));
    }
    finish();
    ports.close();
    assertEquals(0, ports.left().pool().outstanding());
    assertEquals(0, ports.right().pool().outstanding());
  }

  private void act(int action) {
    switch (action) {
      case 0, 1 -> submitSome();
      case 2 -> ports.left().nic().step(random.nextInt(4));
      case 3 -> receiveSome();
      case 4 -> complete(random.nextInt(9));
      default -> ports.left().port().tx().kick();
    }
  }

  private void submitSome() {
    for (int n = random.nextInt(6); n > 0; n--) {
      Packet packet = ports.left().pool().take();
      if (packet == Packet.NONE) {
        return;
      }
      packet.copyFrom(Frames.numbered(submitted));
      boolean more = random.nextBoolean();
      if (ports.left().port().tx().submit(packet, more) == Submit.FULL) {
        packet.giveBack();
        return;
      }
      submitted++;
    }
  }

  /** The far side keeps up, so that the wire and its ring lose nothing. */
  private void receiveSome() {
    ports.right().nic().step(7);
    ports.right().port().rx().poll(64, this::received);
  }

  private void received(Packet packet) {
    assertArrayEquals(Frames.numbered(delivered++), packet.toByteArray());
    packet.giveBack();
  }

  private void complete(int budget) {
    completed += ports.left().port().tx().complete(budget, Packet::giveBack);
  }

  private void finish() {
    ports.left().port().tx().kick();
    while (ports.left().nic().step(1) + ports.wire().right().waiting() > 0) {
      receiveSome();
    }
    complete(4096);
    assertTrue(delivered > 200, "too little traffic: " + delivered);
    assertEquals(submitted, completed);
    assertEquals(submitted, delivered);
    assertEquals(0, ports.wire().left().lost());
  }
}
