package org.ringbook.dataplane.dma;

import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.IllegalDmaAccess.Kind;

/**
 * What the device can name: the bus addresses, and the mapping behind each. A mapping
 * has all of its pages and the guard page after them, so that running over its end is
 * told from going astray.
 */
final class AddressSpace {
  private static final long PAGE = PageTable.PAGE;

  private final BusAddresses addresses;
  private final PageTable table;

  AddressSpace(DmaMask mask) {
    addresses = new BusAddresses(mask);
    table = new PageTable(addresses.first());
  }

  /**
   * Finds an address for a buffer.
   *
   * @param offset of its first byte in a page: devices see it unchanged
   * @param bytes of the buffer
   */
  long place(long offset, long bytes) {
    return addresses.take(offset + bytes, table) + offset;
  }

  void enter(Mapping mapping) {
    table.enter(start(mapping), end(mapping), mapping);
  }

  void remove(Mapping mapping) {
    table.clear(start(mapping), end(mapping));
  }

  Mapping at(long busAddress) {
    return table.at(busAddress);
  }

  // tag::check[]
  /** Why a transfer is refused, or null; {@code mapping} is what {@link #at} found. */
  Kind check(Mapping mapping, long busAddress, long length, Access access) {
    if (mapping == null || busAddress < mapping.busAddress()) {
      boolean stale = mapping == null && addresses.wasUsed(busAddress);
      return stale ? Kind.AFTER_UNMAP : Kind.NEVER_MAPPED;
    }
    long from = busAddress - mapping.busAddress();
    if (length < 1 || length > mapping.length() - from) {
      return Kind.OVERRUN;
    }
    if (!mapping.direction().allows(access)) {
      return Kind.WRONG_DIRECTION;
    }
    return mapping.deviceOwns(from, length) ? null : Kind.CPU_OWNS;
  }

  // end::check[]

  private static long start(Mapping mapping) {
    return mapping.busAddress() & -PAGE;
  }

  private static long end(Mapping mapping) {
    long bytes = mapping.busAddress() % PAGE + mapping.length();
    return start(mapping) + BusAddresses.guarded(bytes);
  }
}
