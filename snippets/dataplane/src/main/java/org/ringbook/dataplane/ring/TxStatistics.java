package org.ringbook.dataplane.ring;

/**
 * Counters of a transmit ring since it was made. A frame counts once, however many
 * packets its chain has; so does one that the device cuts into segments.
 *
 * @param submitted frames accepted
 * @param refused frames refused because the ring had too few free descriptors
 * @param completed frames that the device reported done
 * @param drained frames given back unsent at teardown
 * @param doorbells writes to the tail register
 * @param descriptors written, those of contexts included
 * @param contexts of them: context descriptors
 * @param bytes of the completed frames, as they were submitted
 */
public record TxStatistics(
    long submitted,
    long refused,
    long completed,
    long drained,
    long doorbells,
    long descriptors,
    long contexts,
    long bytes) {}
