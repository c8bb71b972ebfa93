package org.ringbook.dataplane.dma;

import java.util.Arrays;

/**
 * Finds the mapping of a bus address in two array reads: a radix tree over page
 * numbers, as IOMMUs walk it in memory (second-stage tables of Intel VT-d: 9
 * bits a level). Looking up allocates nothing; it happens for every transfer.
 */
final class PageTable {
  static final int PAGE_SHIFT = 12;
  static final long PAGE = 1L << PAGE_SHIFT;

  private static final int LEAF_SHIFT = 9;
  private static final int LEAF_MASK = (1 << LEAF_SHIFT) - 1;

  private static final class Leaf {
    private final Mapping[] pages = new Mapping[LEAF_MASK + 1];
    private int used;
  }

  private final long firstPage;
  private Leaf[] leaves = new Leaf[16];

  /** A table for addresses from {@code first} on, the start of a page. */
  PageTable(long first) {
    firstPage = first >>> PAGE_SHIFT;
  }

  /** The mapping that has this page, or null. */
  Mapping at(long busAddress) {
    long page = (busAddress >>> PAGE_SHIFT) - firstPage;
    if (page < 0 || page >>> LEAF_SHIFT >= leaves.length) {
      return null;
    }
    Leaf leaf = leaves[(int) (page >>> LEAF_SHIFT)];
    return leaf == null ? null : leaf.pages[(int) page & LEAF_MASK];
  }

  /** Enters a mapping for all pages from one address up to before another. */
  void enter(long from, long to, Mapping mapping) {
    for (long page = page(from); page < page(to + PAGE - 1); page++) {
      Leaf leaf = leaf((int) (page >>> LEAF_SHIFT));
      leaf.pages[(int) page & LEAF_MASK] = mapping;
      leaf.used++;
    }
  }

  /** Forgets what was entered; a leaf without pages is dropped. */
  void clear(long from, long to) {
    for (long page = page(from); page < page(to + PAGE - 1); page++) {
      Leaf leaf = leaves[(int) (page >>> LEAF_SHIFT)];
      leaf.pages[(int) page & LEAF_MASK] = null;
      if (--leaf.used == 0) {
        leaves[(int) (page >>> LEAF_SHIFT)] = null;
      }
    }
  }

  private long page(long address) {
    return (address >>> PAGE_SHIFT) - firstPage;
  }

  private Leaf leaf(int index) {
    if (index >= leaves.length) {
      leaves = Arrays.copyOf(leaves, Math.max(index + 1, 2 * leaves.length));
    }
    if (leaves[index] == null) {
      leaves[index] = new Leaf();
    }
    return leaves[index];
  }
}
