package org.ringbook.dataplane.ring;

/**
 * Counters of a receive ring since it was made.
 *
 * @param received frames delivered
 * @param bytes of the frames delivered
 * @param droppedNoBuffer frames dropped because the pool had no buffer to replace
 *     theirs
 * @param droppedDamaged frames dropped because the device marked them damaged, or
 *     gave a length beyond the buffer
 * @param droppedOversize frames dropped because they did not fit into one buffer
 * @param doorbells writes to the tail register
 */
public record RxStatistics(
    long received,
    long bytes,
    long droppedNoBuffer,
    long droppedDamaged,
    long droppedOversize,
    long doorbells) {

  /** All frames that arrived in the ring and were not delivered. */
  public long dropped() {
    return droppedNoBuffer + droppedDamaged + droppedOversize;
  }
}
