package org.ringbook.render.api;

import java.util.List;

/**
 * Calls of one way that are made in the same phase, in order.
 *
 * @param way words that introduce another way or the companions; an empty string for the usual way
 * @param phase such as {@code per packet}, or an empty string where it is not bound to one
 * @param ordered whether the order of the calls matters
 * @param calls at least one
 */
public record CallGroup(String way, String phase, boolean ordered, List<CallLine> calls) {

  public CallGroup {
    calls = List.copyOf(calls);
  }

  /** The words above the calls, or an empty string. */
  public String label() {
    return way.isEmpty() || phase.isEmpty() ? way + phase : way + ", " + phase;
  }
}
