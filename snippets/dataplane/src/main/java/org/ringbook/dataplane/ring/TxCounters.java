package org.ringbook.dataplane.ring;

/** What a {@link TxRing} counts while it runs; one thread writes and reads it. */
final class TxCounters {
  long submitted;
  long refused;
  long completed;
  long drained;
  long doorbells;
  long slots;
  long contexts;
  long bytes;

  TxStatistics snapshot() {
    return new TxStatistics(
        submitted, refused, completed, drained, doorbells, slots, contexts, bytes);
  }
}
