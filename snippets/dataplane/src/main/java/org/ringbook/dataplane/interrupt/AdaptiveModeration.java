package org.ringbook.dataplane.interrupt;

/**
 * Finds the interval by what each interrupt brings: few packets say that somebody
 * waits for each of them, many that nobody does.
 *
 * <p>There are three classes. A load moves to the neighbouring class only after
 * {@link #PATIENCE} interrupts in a row speak for it, so that one burst changes
 * nothing. And the amount that leads up lies far above the one that leads down
 * again, although a longer interval by itself gathers more packets: without that gap
 * a steady load would swing between two classes for ever.
 *
 * <p>The idea of classes by packets and bytes per interrupt is that of Intel's
 * drivers (Linux {@code e1000_main.c}, {@code e1000_update_itr}), whose 70000, 20000
 * and 4000 interrupts a second are used; that of waiting before a step is akin to
 * Linux' {@code lib/dim}, which measures rates and searches. Amounts and rules are
 * this book's own.
 */
public final class AdaptiveModeration implements Moderation {
  /** Interrupts in a row that must speak for a step. */
  public static final int PATIENCE = 3;

  /** A kind of traffic, and the interval that suits it. */
  public enum Load {
    /** Single packets: 70000 interrupts a second. */
    LATENCY(14_286),
    /** Some of both: 20000 interrupts a second. */
    BALANCED(50_000),
    /** Streams: 4000 interrupts a second. */
    BULK(250_000);

    private final int nanoseconds;

    Load(int nanoseconds) {
      this.nanoseconds = nanoseconds;
    }

    private Load longer() {
      return this == LATENCY ? BALANCED : BULK;
    }

    private Load shorter() {
      return this == BULK ? BALANCED : LATENCY;
    }

    /** Least time between two interrupts, in nanoseconds. */
    public int nanoseconds() {
      return nanoseconds;
    }
  }

  private static final int BALANCED_FROM_PACKETS = 8;
  private static final int LATENCY_UP_TO_PACKETS = 4;
  private static final int BULK_FROM_BYTES = 24 << 10;
  private static final int BULK_FROM_PACKETS = 96;
  private static final int BALANCED_BELOW_BYTES = 12 << 10;
  private static final int BALANCED_BELOW_PACKETS = 48;

  private Load load = Load.LATENCY;
  private int votes;

  /** Starts with the class that makes nobody wait. */
  public AdaptiveModeration() {}

  // tag::adapt[]
  @Override
  public int interrupted(int packets, long bytes) {
    int step = packets == 0 ? 0 : step(packets, bytes);
    boolean sameWay = step != 0 && Integer.signum(votes) != -step;
    votes = sameWay ? votes + step : step;
    if (Math.abs(votes) >= PATIENCE) {
      load = step > 0 ? load.longer() : load.shorter();
      votes = 0;
    }
    return nanoseconds();
  }

  private int step(int packets, long bytes) {
    return switch (load) {
      case LATENCY -> packets >= BALANCED_FROM_PACKETS ? 1 : 0;
      case BALANCED -> isBulk(packets, bytes) ? 1 : isSparse(packets) ? -1 : 0;
      case BULK -> isThin(packets, bytes) ? -1 : 0;
    };
  }

  // end::adapt[]

  private static boolean isBulk(int packets, long bytes) {
    return bytes >= BULK_FROM_BYTES || packets >= BULK_FROM_PACKETS;
  }

  private static boolean isSparse(int packets) {
    return packets <= LATENCY_UP_TO_PACKETS;
  }

  private static boolean isThin(int packets, long bytes) {
    return bytes < BALANCED_BELOW_BYTES && packets < BALANCED_BELOW_PACKETS;
  }

  @Override
  public int nanoseconds() {
    return load.nanoseconds();
  }

  /** The class that the traffic is in. */
  public Load load() {
    return load;
  }
}
