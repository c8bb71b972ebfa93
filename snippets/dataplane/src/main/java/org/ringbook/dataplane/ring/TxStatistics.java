package org.ringbook.dataplane.ring;

/**
 * Counters of a transmit ring since it was made.
 *
 * @param submitted packets accepted
 * @param refused packets refused because the ring was full
 * @param completed packets that the device reported done
 * @param drained packets given back unsent at teardown
 * @param doorbells writes to the tail register
 */
public record TxStatistics(
    long submitted, long refused, long completed, long drained, long doorbells) {}
