package org.ringbook.dataplane.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final int BUDGET = 4;

  private final Doorway door = new Doorway(false);
  private final Poller poller = new Poller(door, BUDGET);

  @Test
  void anInterruptMasksUntilNothingIsLeft() {
    assertFalse(poller.enable());
    assertFalse(door.isMasked());
    door.arrive(6);
    assertTrue(door.interrupts());
    assertTrue(poller.schedule());
    assertTrue(door.isMasked());
    assertTrue(poller.run(), "all the budget: more may be there");
    assertTrue(door.isMasked());
    assertFalse(poller.run());
    assertFalse(door.isMasked());
    assertEquals(6, door.taken);
    assertFalse(poller.isScheduled());
  }

  @Test
  void exactlyTheBudgetCostsOneEmptyPoll() {
    poller.enable();
    door.arrive(BUDGET);
    poller.schedule();
    assertTrue(poller.run());
    assertFalse(poller.run());
    assertEquals(2, door.polls);
  }

  @Test
  void aSecondInterruptMeansOneMorePollNotOneMoreRunner() {
    poller.enable();
    assertTrue(poller.schedule());
    assertFalse(poller.schedule());
    assertTrue(poller.run(), "something came since");
    assertTrue(door.isMasked());
    assertFalse(poller.run());
  }

  @Test
  void disablingMasksAlsoWhenNothingIsScheduled() {
    poller.enable();
    assertFalse(door.isMasked());
    assertTrue(poller.disable());
    assertTrue(door.isMasked());
  }

  @Test
  void takingMoreThanTheBudgetIsABug() {
    Polled greedy = new Greedy();
    Poller broken = new Poller(greedy, BUDGET);
    broken.enable();
    broken.schedule();
    assertThrows(IllegalStateException.class, broken::run);
  }

  private static final class Greedy implements Polled {
    @Override
    public int poll(int budget) {
      return budget + 1;
    }

    @Override
    public boolean hasWork() {
      return false;
    }

    @Override
    public void mask() {}

    @Override
    public void unmask() {}
  }

  @Test
  void runNeedsASchedule() {
    poller.enable();
    assertThrows(IllegalStateException.class, poller::run);
    assertTrue(poller.schedule());
    assertFalse(poller.run());
    assertThrows(IllegalStateException.class, poller::run);
    assertThrows(IllegalArgumentException.class, () -> new Poller(door, 0));
  }

  @Test
  void aDisabledPollerFindsItsWorkWhenItIsEnabled() {
    assertTrue(poller.isDisabled());
    door.arrive(1);
    assertFalse(poller.schedule());
    assertTrue(poller.enable());
    assertFalse(poller.run());
    assertEquals(1, door.taken);
  }

  @Test
  void disablingWaitsForTheRunThatWasAskedFor() {
    poller.enable();
    door.arrive(9);
    poller.schedule();
    assertFalse(poller.disable());
    assertFalse(poller.run());
    assertEquals(0, door.taken);
    assertTrue(poller.disable());
    assertTrue(door.isMasked());
    assertTrue(poller.enable());
  }

  /** Looks, then unmasks: the order that loses. */
  private boolean lookThenUnmask() {
    boolean more = door.poll(BUDGET) == BUDGET || door.hasWork();
    if (!more) {
      door.unmask();
    }
    return more;
  }

  private static int lost(Doorway door, BooleanSupplier run) {
    boolean again;
    do {
      again = run.getAsBoolean();
    } while (again);
    return door.interrupts() ? 0 : door.waiting;
  }

  @Test
  void aFrameBetweenTheLastLookAndTheUnmaskIsLostIfLookedFirst() {
    door.script(List.of(0, 0, 0, 0, 1));
    assertEquals(1, lost(door, this::lookThenUnmask), "no interrupt, nobody polls");
  }

  @Test
  void noPointOfArrivalIsLostIfUnmaskedFirst() {
    for (int point = 0; point < 12; point++) {
      Doorway next = new Doorway(false);
      Poller careful = new Poller(next, BUDGET);
      careful.enable();
      careful.schedule();
      List<Integer> script = new ArrayList<>(Collections.nCopies(point, 0));
      script.add(1);
      next.script(script);
      assertEquals(0, lost(next, careful::run), "arrival at point " + point);
    }
  }

  @Property(tries = 2000)
  void noWakeUpIsLost(
      @ForAll boolean latches,
      @ForAll @IntRange(min = 1, max = 8) int budget,
      @ForAll @Size(max = 200) List<@IntRange(max = 3) Integer> arrivals) {
    Doorway device = new Doorway(latches);
    Poller polling = new Poller(device, budget);
    device.script(arrivals);
    boolean asked = polling.enable();
    int idle = 0;
    while (idle < 2 || !device.scriptIsOver()) {
      asked |= device.interrupts() && polling.schedule();
      boolean ran = asked;
      asked = asked && polling.run();
      idle = ran ? 0 : idle + 1;
    }
    int all = arrivals.stream().mapToInt(Integer::intValue).sum();
    assertEquals(all, device.taken);
    assertFalse(device.isMasked());
    assertFalse(polling.isScheduled());
  }
}
