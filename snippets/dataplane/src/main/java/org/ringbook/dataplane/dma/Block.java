package org.ringbook.dataplane.dma;

/**
 * A piece of a {@link HostMemory}, for good: it is reused, never split or joined.
 */
final class Block {
  private final long start;
  private final long size;
  private long length;
  private String label = "";
  private boolean used;
  private int mappings;

  /** A block of {@code size} bytes from offset {@code start} on. */
  Block(long start, long size) {
    this.start = start;
    this.size = size;
  }

  /** Lends the first {@code bytes} of it. */
  Block lend(long bytes, String purpose) {
    length = bytes;
    label = purpose;
    return this;
  }

  long start() {
    return start;
  }

  long size() {
    return size;
  }

  long length() {
    return length;
  }

  String label() {
    return label;
  }

  /** Whether it was freed once, and so was filled with poison. */
  boolean wasFreed() {
    return used;
  }

  void freed() {
    used = true;
  }

  void map() {
    mappings++;
  }

  void unmap() {
    mappings--;
  }

  boolean isMapped() {
    return mappings > 0;
  }
}
