package org.ringbook.adapters.freebsd;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The counters of an interface ({@code ift_counter}, net/if_var.h). */
public final class IfCounters {
  /** Which counter. */
  public enum Counter {
    /** Packets received. */
    IFCOUNTER_IPACKETS,
    /** Packets that could not be received whole or sound. */
    IFCOUNTER_IERRORS,
    /** Packets sent. */
    IFCOUNTER_OPACKETS,
    /** Packets that could not be sent. */
    IFCOUNTER_OERRORS,
    /** Bytes received. */
    IFCOUNTER_IBYTES,
    /** Bytes sent. */
    IFCOUNTER_OBYTES,
    /** Packets received and dropped, as there was no buffer. */
    IFCOUNTER_IQDROPS,
    /** Packets dropped before the ring, as the queue was full. */
    IFCOUNTER_OQDROPS
  }

  private final Kernel kernel;
  private final Map<Counter, Long> values = new EnumMap<>(Counter.class);

  IfCounters(Kernel kernel) {
    this.kernel = kernel;
    for (Counter counter : Counter.values()) {
      values.put(counter, 0L);
    }
  }

  /** {@code if_inc_counter}. */
  public void inc(Counter counter, long by) {
    kernel.call("if_inc_counter");
    values.merge(counter, by, Long::sum);
  }

  /** {@code if_getcounter}. */
  public long get(Counter counter) {
    return values.get(counter);
  }

  /** All by name. */
  public Map<String, Long> byName() {
    Map<String, Long> named = new TreeMap<>();
    values.forEach((counter, value) -> named.put(counter.name(), value));
    return named;
  }
}
