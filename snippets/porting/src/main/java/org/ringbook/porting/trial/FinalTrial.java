package org.ringbook.porting.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.PortabilityScore;
import org.ringbook.adapters.host.PortabilityScore.Outcome;
import org.ringbook.adapters.host.RuleBroken;

/**
 * Tries every row of the score on every device, on a fresh machine each, and
 * keeps what was seen.
 */
public final class FinalTrial {
  private final PortabilityScore score = new PortabilityScore();
  private final Map<String, Set<String>> calls = new TreeMap<>();
  private final Map<String, String> failures = new TreeMap<>();

  /** A trial of nobody yet. */
  public FinalTrial() {}

  /** Puts an adapter on trial. */
  public void run(Tested tested) {
    for (TrialCard device : TrialCard.values()) {
      for (Capability feature : Capability.values()) {
        try (TrialBench bench = new TrialBench(tested, device)) {
          Outcome seen = outcome(tested, device, feature, bench);
          add(bench.host(), device, feature, seen);
        }
      }
    }
  }

  private void add(Host host, TrialCard device, Capability feature, Outcome seen) {
    String label = device.toString();
    score.add(new PortabilityScore.Result(host.os(), label, feature, seen));
    calls.computeIfAbsent(host.os(), os -> new TreeSet<>()).addAll(host.trace());
  }

  // tag::outcome[]
  /** What a row comes to: excepted, impossible here, not offered, or tried. */
  private Outcome outcome(
      Tested tested, // the adapter
      TrialCard device,
      Capability feature,
      TrialBench bench) {
    Host host = bench.host();
    var entry = tested.exceptions().find(host.os(), feature);
    boolean offered = host.features().containsAll(feature.needs());
    if (entry.isPresent()) {
      boolean hidden = feature.needs().isEmpty() || !offered;
      boolean refuses = entry.get().answer() != 0;
      return refuses && hidden ? Outcome.EXCEPTION : Outcome.FAILED;
    }
    if (!device.features().containsAll(feature.needs())) {
      return Outcome.NOT_RUN;
    }
    return offered ? tried(feature, bench) : Outcome.FAILED;
  }

  // end::outcome[]

  private Outcome tried(Capability feature, TrialBench bench) {
    try {
      Proofs.prove(feature, bench);
      bench.close();
      return Outcome.PASSED;
    } catch (ProofFailed | RuleBroken broken) {
      bench.abandon();
      failures.put(bench.host().os() + " " + feature, broken.getMessage());
      return Outcome.FAILED;
    }
  }

  /** What was seen. */
  public PortabilityScore score() {
    return score;
  }

  /** Adapters' kernels in alphabetical order. */
  public List<String> systems() {
    return score.systems();
  }

  /** Names of the kernel's calls that were made at least once. */
  public Set<String> calls(String os) {
    return new HashSet<>(calls.getOrDefault(os, Set.of()));
  }

  /** Why proofs failed, by system and feature. */
  public Map<String, String> failures() {
    return Map.copyOf(failures);
  }
}
