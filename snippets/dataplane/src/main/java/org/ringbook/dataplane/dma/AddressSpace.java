package org.ringbook.dataplane.dma;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.IllegalDmaAccess.Kind;

/**
 * What the device can name: the bus addresses, and the mapping behind each. A
 * mapping has all of its pages and the guard page after them, so that running over
 * its end is told from going astray.
 */
final class AddressSpace {
  private static final long PAGE = PageTable.PAGE;

  private final BusAddresses addresses;
  private final PageTable table;
  private final List<IllegalDmaAccess> faults = new ArrayList<>();
  private int streaming;
  private int coherent;

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
    count(mapping, 1);
  }

  void remove(Mapping mapping) {
    table.clear(start(mapping), end(mapping));
    count(mapping, -1);
  }

  private void count(Mapping mapping, int change) {
    if (mapping.isCoherent()) {
      coherent += change;
    } else {
      streaming += change;
    }
  }

  int streaming() {
    return streaming;
  }

  int coherent() {
    return coherent;
  }

  List<IllegalDmaAccess> faults() {
    return List.copyOf(faults);
  }

  Mapping at(long busAddress) {
    return table.at(busAddress);
  }

  // tag::translate[]
  /** Finds the transfer's place in memory, or records and throws its fault. */
  long translate(long busAddress, long length, Access access) {
    Mapping mapping = table.at(busAddress);
    Kind refused = check(mapping, busAddress, length, access);
    if (refused != null) {
      throw record(new IllegalDmaAccess(busAddress, length, refused));
    }
    return mapping.memoryOffset() + busAddress - mapping.busAddress();
  }

  private Kind check(Mapping mapping, long busAddress, long length, Access access) {
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

  // end::translate[]

  private IllegalDmaAccess record(IllegalDmaAccess fault) {
    if (faults.size() < Iommu.FAULT_RECORDS) {
      faults.add(fault);
    }
    return fault;
  }

  private static long start(Mapping mapping) {
    return mapping.busAddress() & -PAGE;
  }

  private static long end(Mapping mapping) {
    long bytes = mapping.busAddress() % PAGE + mapping.length();
    return start(mapping) + BusAddresses.guarded(bytes);
  }
}
