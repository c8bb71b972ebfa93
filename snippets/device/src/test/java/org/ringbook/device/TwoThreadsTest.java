package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** The devices run on a thread of their own, beside the driver's. */
class TwoThreadsTest {
  private static final int FRAMES = 20_000;

  private final TwoPorts ports = new TwoPorts(64, 192);
  private int submitted;
  private int delivered;

  @Test
  void framesArriveIntactAndInOrder() {
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> device =
        CompletableFuture.runAsync(
            () -> {
              while (!stop.get()) {
                if (stepBoth() == 0) {
                  Thread.onSpinWait();
                }
              }
            });
    drive(device);
    stop.set(true);
    device.join();
    ports.close();
    assertEquals(FRAMES, delivered);
    assertEquals(0, ports.left().pool().outstanding());
    assertEquals(0, ports.right().pool().outstanding());
  }

  private int stepBoth() {
    return ports.left().nic().step(8) + ports.right().nic().step(8);
  }

  private void drive(CompletableFuture<Void> device) {
    while (delivered < FRAMES && !device.isDone() && !Thread.interrupted()) {
      submitSome();
      ports.left().port().tx().complete(64, Packet::giveBack);
      ports.right().port().rx().poll(64, this::received);
    }
  }

  /** At most as many frames under way as the far ring can hold: none is lost. */
  private void submitSome() {
    while (submitted < FRAMES && submitted - delivered < 48) {
      Packet packet = ports.left().pool().take();
      packet.copyFrom(Frames.numbered(submitted, 64 + submitted % 1000));
      if (ports.left().port().tx().submit(packet, true) == Submit.FULL) {
        packet.giveBack();
        return;
      }
      submitted++;
    }
    ports.left().port().tx().kick();
  }

  private void received(Packet packet) {
    byte[] expected = Frames.numbered(delivered, 64 + delivered % 1000);
    assertArrayEquals(expected, packet.toByteArray());
    delivered++;
    packet.giveBack();
  }
}
