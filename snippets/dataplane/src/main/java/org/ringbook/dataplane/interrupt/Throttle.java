package org.ringbook.dataplane.interrupt;

/**
 * How devices are told the least time between two interrupts: a number of units in a
 * field of a register; 0 turns throttling off.
 */
public enum Throttle {
  /** ITR of the 8254x: 16 bits, 256 ns each, up to 16.8 ms (8254x SDM 13.4.18). */
  ITR(256, 0, 16),
  /** EITR of the 82599 at 1 and 10 Gb/s: bits 3 to 11, 2 us each, up to 1022 us. */
  EITR(2_000, 3, 9),
  /** EITR of the 82599 at 100 Mb/s: the same bits, 20 us each, up to 10.2 ms. */
  EITR_100M(20_000, 3, 9);

  private final int unit;
  private final int shift;
  private final int most;

  Throttle(int unit, int shift, int width) {
    this.unit = unit;
    this.shift = shift;
    this.most = (1 << width) - 1;
  }

  /** Nanoseconds of one unit. */
  public int unit() {
    return unit;
  }

  /** The longest interval, in nanoseconds. */
  public int longest() {
    return most * unit;
  }

  // tag::encode[]
  /**
   * The register's value for an interval: rounded up to whole units, so that there
   * are never more interrupts than asked for, and no more than {@link #longest}.
   *
   * @param nanoseconds 0: no throttling
   */
  public int encode(int nanoseconds) {
    if (nanoseconds < 0) {
      throw new IllegalArgumentException(nanoseconds + " ns");
    }
    long units = (nanoseconds + unit - 1L) / unit;
    return (int) Math.min(units, most) << shift;
  }

  // end::encode[]

  /** Nanoseconds that a register's value means; other fields are not looked at. */
  public int decode(int value) {
    return (value >>> shift & most) * unit;
  }
}
