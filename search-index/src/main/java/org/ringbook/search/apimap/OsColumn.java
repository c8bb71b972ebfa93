package org.ringbook.search.apimap;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one system offers for a concept.
 *
 * @param os the system
 * @param calls the usual way, in the order in which a driver makes them; empty means the system has
 *     no counterpart
 * @param alternatives other complete ways, each in order
 * @param framework how it goes where a framework stands between kernel and driver (FreeBSD's iflib)
 *     and the calls are others; empty where they are not
 * @param companions names used beside the calls in no particular order, such as a data type that
 *     comes in two parts
 * @param reason why there is no counterpart, or an empty string where there is one
 */
public record OsColumn(
    Os os,
    List<Call> calls,
    List<List<Call>> alternatives,
    List<Call> framework,
    List<Call> companions,
    String reason) {

  public OsColumn {
    calls = List.copyOf(calls);
    alternatives = alternatives.stream().map(List::copyOf).toList();
    framework = List.copyOf(framework);
    companions = List.copyOf(companions);
  }

  /** True where the system has no counterpart: a porting exception. */
  public boolean none() {
    return calls.isEmpty();
  }

  /** Every call of the column, the usual way first. */
  public Stream<Call> everyCall() {
    return Stream.of(
            calls.stream(),
            alternatives.stream().flatMap(List::stream),
            framework.stream(),
            companions.stream())
        .flatMap(part -> part);
  }
}
