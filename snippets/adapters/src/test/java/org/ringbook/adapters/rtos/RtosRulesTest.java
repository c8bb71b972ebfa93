package org.ringbook.adapters.rtos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

class RtosRulesTest {
  private final Rtos rtos = new Rtos();
  private final List<Object> served = new ArrayList<>();
  private final Task low = new Task(rtos, "low", 1, 2, served::add);
  private final Task high = new Task(rtos, "high", 2, 2, served::add);
  private final StaticPool pool = new StaticPool(rtos, Machine.of(1 << 20).iommu(), 2, 128);

  private static void breaks(String part, Executable code) {
    RuleBroken broken = assertThrows(RuleBroken.class, code);
    assertTrue(broken.getMessage().contains(part), broken::getMessage);
    assertTrue(broken.source().matches("(FreeRTOS|lwIP).*"), broken::source);
  }

  @Test
  void nothingIsAllocatedOnceTheSystemRuns() {
    rtos.start();
    breaks("nothing is allocated", () -> rtos.allocate("a list"));
    breaks("task late", () -> new Task(rtos, "late", 5, 1, served::add));
  }

  @Test
  void anInterruptUsesInterruptFunctionsOnly() {
    rtos.start();
    breaks("rtos_queue_send in an interrupt", () -> rtos.interrupt(() -> low.send(1)));
    breaks("rtos_pool_get in an interrupt", () -> rtos.interrupt(pool::get));
  }

  @Test
  void anInterruptIsBounded() {
    rtos.start();
    breaks("one too many", () -> rtos.interrupt(this::wakeTooOften));
  }

  private void wakeTooOften() {
    for (int i = 0; i <= Rtos.ISR_CALLS; i++) {
      low.notifyFromIsr(i);
    }
  }

  @Test
  void aCriticalSectionCallsNothing() {
    rtos.start();
    rtos.enterCritical();
    breaks("inside", () -> low.send(1));
    breaks("inside", pool::get);
  }

  @Test
  void criticalSectionsAreBalanced() {
    breaks("none was entered", rtos::exitCritical);
    rtos.start();
    breaks("left it open", () -> rtos.interrupt(rtos::enterCritical));
  }

  @Test
  void aTaskLeavesNoCriticalSectionOpen() {
    Task bad = new Task(rtos, "bad", 9, 1, message -> rtos.enterCritical());
    rtos.start();
    breaks("bad left it open", () -> bad.send(1));
  }

  @Test
  void aBufferIsPutBackOnce() {
    NetworkBuffer buffer = pool.get();
    buffer.release();
    breaks("put back once", buffer::release);
  }

  @Test
  void anEmptyPoolIsAnAnswer() {
    pool.get();
    pool.get();
    assertNull(pool.get());
    assertEquals(2, pool.outstanding());
  }

  @Test
  void whatATaskOwnsIsItsOwn() {
    rtos.start();
    breaks("priority -1 used it", () -> rtos.requireTask(high));
    breaks("an interrupt used it", () -> rtos.interrupt(() -> rtos.requireTask(high)));
    breaks("used it", low::receive);
  }

  @Test
  void theHighestReadyTaskRunsFirst() {
    low.send("before start");
    high.send("before start too");
    rtos.start();
    rtos.interrupt(() -> {});
    assertEquals(List.of("before start too", "before start"), served);
  }

  @Test
  void aFullQueueRefuses() {
    assertTrue(low.send(1));
    assertTrue(low.send(2));
    assertFalse(low.send(3));
  }

  @Test
  void notificationsMelt() {
    rtos.start();
    rtos.interrupt(
        () -> {
          high.notifyFromIsr("once");
          high.notifyFromIsr("once");
        });
    assertEquals(List.of("once"), served);
  }

  @Test
  void aHeldTaskStillServesNotifications() {
    rtos.start();
    high.hold(true);
    high.send("waits");
    rtos.interrupt(() -> high.notifyFromIsr("goes first"));
    assertEquals(List.of("goes first"), served);
    high.hold(false);
    rtos.interrupt(() -> {});
    assertEquals(List.of("goes first", "waits"), served);
  }
}
