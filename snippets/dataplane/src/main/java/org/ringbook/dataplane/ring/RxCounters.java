package org.ringbook.dataplane.ring;

/** What an {@link RxRing} counts while it runs; one thread writes and reads it. */
final class RxCounters {
  long received;
  long bytes;
  long noBuffer;
  long damaged;
  long oversize;
  long doorbells;

  RxStatistics snapshot() {
    return new RxStatistics(received, bytes, noBuffer, damaged, oversize, doorbells);
  }
}
