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
      try (TrialBench bench = new TrialBench(tested, device, false)) {
        for (Capability feature : Capability.values()) {
          Outcome seen = outcome(tested, device, feature, bench.host());
          String os = bench.host().os();
          String label = device.toString();
          score.add(new PortabilityScore.Result(os, label, feature, seen));
        }
      }
    }
  }

  // tag::outcome[]
  /** What a row comes to: excepted, impossible here, not offered, or tried. */
  private Outcome outcome(
      Tested tested, // the adapter
      TrialCard device,
      Capability feature,
      Host host) {
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
    return offered ? tried(tested, device, feature) : Outcome.FAILED;
  }

  // end::outcome[]

  /** On a machine of its own, which must be as clean afterwards as it was before. */
  private Outcome tried(Tested tested, TrialCard device, Capability feature) {
    boolean jumbo = feature == Capability.MTU_CHANGE;
    TrialBench bench = new TrialBench(tested, device, jumbo);
    Host host = bench.host();
    try (bench) {
      Proofs.prove(feature, bench);
      calls.computeIfAbsent(host.os(), os -> new TreeSet<>()).addAll(host.trace());
      return Outcome.PASSED;
    } catch (ProofFailed | RuleBroken broken) {
      failures.put(host.os() + " " + feature, broken.getMessage());
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
