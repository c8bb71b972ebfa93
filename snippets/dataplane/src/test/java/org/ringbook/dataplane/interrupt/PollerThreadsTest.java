package org.ringbook.dataplane.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupts on one thread, polling on another: a lost wake-up would never end. */
class PollerThreadsTest {
  private static final int FRAMES = 200_000;

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean masked = new AtomicBoolean(true);
  private final Semaphore runs = new Semaphore(0);

  private final Polled polled =
      new Polled() {
        @Override
        public int poll(int budget) {
          int done = Math.min(budget, waiting.get());
          waiting.addAndGet(-done);
          taken += done;
          return done;
        }

        @Override
        public boolean hasWork() {
          return waiting.get() > 0;
        }

        @Override
        public void mask() {
          masked.set(true);
        }

        @Override
        public void unmask() {
          masked.set(false);
        }
      };

  private final Poller poller = new Poller(polled, 16);
  private int taken;

  private void device() {
    for (int i = 0; i < FRAMES; i++) {
      waiting.incrementAndGet();
      if (!masked.get() && poller.schedule()) {
        runs.release();
      }
      if (i % 64 == 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  @Timeout(60)
  void everyFrameIsTaken() throws InterruptedException {
    poller.enable();
    Thread device = Thread.ofPlatform().start(this::device);
    while (taken < FRAMES) {
      runs.acquire();
      while (poller.run()) {
        Thread.onSpinWait();
      }
    }
    device.join();
    assertEquals(FRAMES, taken);
    assertEquals(0, waiting.get());
  }
}
