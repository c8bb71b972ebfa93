package org.ringbook.adapters.freebsd.busdma;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pages that every device of the tag reaches, and the loads that wait for one. They
 * are served first come, first served, from a software interrupt.
 */
public final class BounceZone {
  private final Deque<Long> pages = new ArrayDeque<>();
  private final Deque<BusMap> waiting = new ArrayDeque<>();
  private final Deque<BusMap> served = new ArrayDeque<>();
  private int unreserved;

  /**
   * A zone.
   *
   * @param count of pages
   * @param base bus address of the first, a multiple of 4096
   */
  public BounceZone(int count, long base) {
    for (int i = 0; i < count; i++) {
      pages.add(base + (long) i * KernelBuffer.PAGE);
    }
    unreserved = count;
  }

  /** Pages that no load has or was promised. */
  public int free() {
    return unreserved;
  }

  /** Loads that wait for pages. */
  public int waiting() {
    return waiting.size();
  }

  /** Runs the callbacks of loads that got their pages ({@code busdma_swi}). */
  public void softwareInterrupt() {
    while (!served.isEmpty()) {
      served.remove().loadAgain();
    }
  }

  /** Promises all pages or none. */
  boolean reserve(int count) {
    if (count > unreserved) {
      return false;
    }
    unreserved -= count;
    return true;
  }

  /** Promises what there is, and lets the map wait for the rest. */
  boolean reserveOrWait(BusMap map) {
    if (grant(map)) {
      return true;
    }
    waiting.add(map);
    return false;
  }

  private boolean grant(BusMap map) {
    int count = Math.min(unreserved, map.missing());
    unreserved -= count;
    map.granted(count);
    return map.missing() == 0;
  }

  long take() {
    return pages.remove();
  }

  void giveBack(long page) {
    pages.push(page);
    unreserved++;
    if (!waiting.isEmpty() && grant(waiting.peek())) {
      served.add(waiting.remove());
    }
  }
}
