package org.ringbook.dataplane.dma;

import static org.ringbook.dataplane.dma.PageTable.PAGE;

/**
 * Hands out bus addresses, each later than the one before, with a page that is never
 * mapped behind each mapping. So an old address stays wrong for as long as possible.
 * Only when the device's addresses are used up does it start over and take those
 * that are free again.
 */
final class BusAddresses {
  private static final long FIRST = 0x4_0000_0000L;

  private final long first;
  private final long limit;
  private long next;
  private long highest;

  /**
   * Addresses for a device: from 16 GiB on, or from a quarter of what it reaches.
   */
  BusAddresses(DmaMask mask) {
    limit = mask.highest() & -PAGE;
    first = Math.min(FIRST, (limit / 4 + PAGE - 1) & -PAGE);
    next = first;
    highest = first;
  }

  long first() {
    return first;
  }

  /** Whether the address was handed out at some time. */
  boolean wasUsed(long busAddress) {
    return busAddress >= first && busAddress < highest;
  }

  /**
   * Finds room for a mapping and its guard page.
   *
   * @param bytes from the start of a page on
   * @return start of a page
   * @throws MappingFailed if the device reaches no free address
   */
  long take(long bytes, PageTable table) {
    long span = guarded(bytes);
    long start = search(next, span, table);
    if (start < 0) {
      start = search(first, span, table);
    }
    if (start < 0) {
      throw new MappingFailed("no bus address is free");
    }
    next = start + span;
    highest = Math.max(highest, next);
    return start;
  }

  /** Bytes of all pages of a mapping, and of the guard page. */
  static long guarded(long bytes) {
    return (bytes + 2 * PAGE - 1) & -PAGE;
  }

  private long search(long from, long span, PageTable table) {
    long start = from;
    while (span <= limit - start) {
      long taken = lastTaken(start, span, table);
      if (taken < 0) {
        return start;
      }
      start = taken + PAGE;
    }
    return -1;
  }

  private static long lastTaken(long start, long span, PageTable table) {
    for (long page = start + span - PAGE; page >= start; page -= PAGE) {
      if (table.at(page) != null) {
        return page;
      }
    }
    return -1;
  }
}
