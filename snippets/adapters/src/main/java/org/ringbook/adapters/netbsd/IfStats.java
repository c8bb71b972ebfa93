package org.ringbook.adapters.netbsd;

import java.util.Map;
import java.util.TreeMap;

/** The counters of an interface ({@code if_stat_t}, net/if_stats.h). */
public final class IfStats {
  private final Kernel kernel;
  private final Map<String, Long> values = new TreeMap<>();

  IfStats(Kernel kernel) {
    this.kernel = kernel;
  }

  /** {@code if_statinc}. */
  public void inc(String name) {
    kernel.call("if_statinc");
    values.merge(name, 1L, Long::sum);
  }

  /** {@code if_statadd}. */
  public void add(String name, long more) {
    kernel.call("if_statadd");
    values.merge(name, more, Long::sum);
  }

  /** A counter, 0 if nothing was counted. */
  public long get(String name) {
    return values.getOrDefault(name, 0L);
  }

  /** All by name. */
  public Map<String, Long> byName() {
    return Map.copyOf(values);
  }
}
