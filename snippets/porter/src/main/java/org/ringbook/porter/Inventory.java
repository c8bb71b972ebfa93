package org.ringbook.porter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the functions of a data path call, and what becomes of each call in a port.
 */
public final class Inventory {

  /** What becomes of a call. */
  public enum Fate {
    /** Standard C says the same: it moves into the core. */
    PORTABLE,
    /** Other kernels have it, by another name or in other steps: an adapter's. */
    ADAPTER,
    /** Some kernel has nothing like it: an entry in the register. */
    EXCEPTION,
    /** The map doesn't have it: somebody has to look. */
    UNDECIDED
  }

  /**
   * A name that is called.
   *
   * @param name of a function or macro that the driver doesn't define
   * @param calls in how many places
   * @param fate what becomes of it
   * @param concept entry of the API map, or an empty string
   */
  public record Line(String name, int calls, Fate fate, String concept) {}

  /**
   * Names whose meaning needs no kernel; <em>Replacing Linux types</em> has the
   * spelling.
   */
  private static final Set<String> C =
      Set.of(
          "memcpy",
          "memset",
          "memcmp",
          "memmove",
          "min",
          "max",
          "min_t",
          "max_t",
          "swap",
          "ALIGN",
          "DIV_ROUND_UP",
          "BIT",
          "ARRAY_SIZE",
          "BUILD_BUG_ON",
          "likely",
          "unlikely",
          "htons",
          "ntohs",
          "htonl",
          "ntohl",
          "cpu_to_le16",
          "cpu_to_le32",
          "cpu_to_le64",
          "cpu_to_be16",
          "le16_to_cpu",
          "le32_to_cpu",
          "le64_to_cpu",
          "be16_to_cpu",
          "container_of",
          "offsetof",
          "READ_ONCE",
          "WRITE_ONCE",
          "test_bit",
          "fallthrough");

  private final ApiMap map;
  private final Map<String, Fate> decided;
  private final Set<String> own = new TreeSet<>();

  /** An inventory with the map's answers alone. */
  public Inventory(List<CSource> sources, ApiMap map) {
    this(sources, map, Map.of());
  }

  /**
   * An inventory of a driver.
   *
   * @param sources all of its files: what they define is no call of the kernel
   * @param map what other kernels have
   * @param decided what a person decided on names that the map doesn't have
   */
  public Inventory(List<CSource> sources, ApiMap map, Map<String, Fate> decided) {
    this.map = map;
    this.decided = Map.copyOf(decided);
    for (CSource source : sources) {
      source.functions().forEach(function -> own.add(function.name()));
      own.addAll(source.macros());
    }
  }

  /**
   * A line for each name that these functions call and the driver doesn't define.
   */
  public List<Line> of(Collection<CFunction> functions) {
    Map<String, Integer> counts = new TreeMap<>();
    for (CFunction function : functions) {
      Calls.in(function).forEach((name, n) -> counts.merge(name, n, Integer::sum));
    }
    counts.keySet().removeAll(own);
    List<Line> lines = new ArrayList<>();
    counts.forEach((name, calls) -> lines.add(line(name, calls)));
    return lines;
  }

  /** Calls of a function that are neither the driver's own nor plain C. */
  public int kernelCalls(CFunction function) {
    return of(List.of(function)).stream()
        .filter(line -> line.fate() != Fate.PORTABLE)
        .mapToInt(Line::calls)
        .sum();
  }

  private Line line(String name, int calls) {
    ApiMap.Place place = map.of(name);
    String concept = place == null ? "" : place.concept();
    return new Line(name, calls, fate(name, place), concept);
  }

  // tag::fate[]
  private Fate fate(String name, ApiMap.Place place) {
    if (C.contains(name)) {
      return Fate.PORTABLE;
    }
    if (place == null) {
      return decided.getOrDefault(name, Fate.UNDECIDED);
    }
    return place.relation().equals("exception") ? Fate.EXCEPTION : Fate.ADAPTER;
  }

  // end::fate[]
}
