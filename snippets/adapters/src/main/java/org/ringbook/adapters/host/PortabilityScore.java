package org.ringbook.adapters.host;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of the portable driver works on each kernel, added up from tests that
 * ran. Nothing in it is declared: what no test reported is {@link Outcome#NOT_RUN}.
 */
public final class PortabilityScore {
  private final Map<String, Map<Capability, Outcome>> byOs = new TreeMap<>();
  private final List<Result> results = new ArrayList<>();

  /** What a test showed; of two for the same feature the later one here counts. */
  public enum Outcome {
    /** No test ran, or the device can't do it. */
    NOT_RUN,
    /** It works. */
    PASSED,
    /** It is excepted, and the stub says so. */
    EXCEPTION,
    /** It does not work. */
    FAILED;

    private Outcome and(Outcome other) {
      return compareTo(other) >= 0 ? this : other;
    }

    private String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One test: where it ran, for what, and how it went. */
  public record Result(
      String os, // as Host.os says
      String device,
      Capability feature,
      Outcome outcome) {

    private String json() {
      String name = outcome.label();
      return "{\"os\": \"%s\", \"device\": \"%s\", \"feature\": \"%s\", "
              .formatted(os, device, feature)
          + "\"outcome\": \"%s\"}".formatted(name);
    }
  }

  /** A score of no test yet. */
  public PortabilityScore() {}

  /** Adds what one test showed. */
  public synchronized void add(Result result) {
    results.add(result);
    byOs.computeIfAbsent(result.os(), os -> new EnumMap<>(Capability.class))
        .merge(result.feature(), result.outcome(), Outcome::and);
  }

  /** What is known of a feature on a kernel. */
  public synchronized Outcome outcome(String os, Capability feature) {
    return byOs.getOrDefault(os, Map.of()).getOrDefault(feature, Outcome.NOT_RUN);
  }

  /** Features of a kernel with this outcome. */
  public int count(String os, Outcome outcome) {
    int count = 0;
    for (Capability feature : Capability.values()) {
      count += outcome(os, feature) == outcome ? 1 : 0;
    }
    return count;
  }

  /** Hundredths of all features that passed, rounded down: 0 to 100. */
  public int percent(String os) {
    return 100 * count(os, Outcome.PASSED) / Capability.values().length;
  }

  /** Kernels that were tested, in alphabetical order. */
  public synchronized List<String> systems() {
    return List.copyOf(byOs.keySet());
  }

  /** A row for each feature, a column for each kernel. */
  public String table() {
    StringBuilder out = new StringBuilder("%-16s".formatted("feature"));
    systems().forEach(os -> out.append(" %-14s".formatted(os)));
    for (Capability feature : Capability.values()) {
      out.append("\n%-16s".formatted(feature));
      systems().forEach(os -> out.append(cell(outcome(os, feature).label())));
    }
    out.append("\n%-16s".formatted("passed"));
    systems().forEach(os -> out.append(cell(percent(os) + " %")));
    return out.append('\n').toString().replaceAll(" +\n", "\n");
  }

  private static String cell(String text) {
    return " %-14s".formatted(text);
  }

  /** All results, and the sums of each kernel, as a JSON object. */
  public synchronized String json() {
    List<String> sums = systems().stream().map(this::sums).toList();
    List<String> tests = results.stream().map(Result::json).sorted().toList();
    return "{\n \"systems\": [\n  %s\n ],\n \"tests\": [\n  %s\n ]\n}\n"
        .formatted(String.join(",\n  ", sums), String.join(",\n  ", tests));
  }

  private String sums(String os) {
    StringBuilder out = new StringBuilder("{\"os\": \"%s\"".formatted(os));
    for (Outcome outcome : Outcome.values()) {
      out.append(", \"%s\": %d".formatted(outcome.label(), count(os, outcome)));
    }
    return out.append(", \"percent\": %d}".formatted(percent(os))).toString();
  }
}
