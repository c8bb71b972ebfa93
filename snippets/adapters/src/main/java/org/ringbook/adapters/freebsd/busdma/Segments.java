package org.ringbook.adapters.freebsd.busdma;

import java.util.ArrayList;
import java.util.List;

/** The segments of a load, as far as it has come. */
final class Segments {
  private final BusTag tag;
  private final List<BusSegment> all = new ArrayList<>();

  Segments(BusTag tag) {
    this.tag = tag;
  }

  List<BusSegment> all() {
    return List.copyOf(all);
  }

  /**
   * Takes a piece in, as much of it as lies before the tag's boundary.
   *
   * @return bytes that were taken; 0 if it is one segment too many
   */
  int add(long address, int most) {
    int length = tag.beforeBoundary(address, most);
    if (!all.isEmpty() && tag.joins(all.getLast(), address, length)) {
      BusSegment last = all.removeLast();
      all.add(new BusSegment(last.address(), last.length() + length));
      return length;
    }
    if (all.size() == tag.nsegs()) {
      return 0;
    }
    all.add(new BusSegment(address, length));
    return length;
  }
}
