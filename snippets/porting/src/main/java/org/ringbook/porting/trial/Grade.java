package org.ringbook.porting.trial;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.PortabilityScore;
import org.ringbook.adapters.host.PortabilityScore.Outcome;

/**
 * Points of one system, 0 to 100, and what no points can make up for. The weights
 * say what a user loses, and were set before anything was measured.
 */
public final class Grade {
  /** Points that a release needs, of 100. */
  public static final int NEEDED = 95;

  private static final int ESSENTIAL = 10;

  private final PortabilityScore seen;
  private final String os;

  /** The grade of a system. */
  public Grade(PortabilityScore seen, String os) {
    this.seen = seen;
    this.os = os;
  }

  // tag::weights[]
  /** What a row is worth. */
  public static int weight(Capability feature) {
    return switch (feature) {
      case SEND, RECEIVE, RING_WRAP, BACK_PRESSURE -> 10; // without it, no driver
      case LOW_MEMORY, MAPPING_FAILURE, RESET, DETACH -> 10; // or a short-lived one
      case SCATTER_GATHER, TX_CHECKSUM, RX_CHECKSUM -> 5; // slower
      case TSO4, TSO6, RECEIVE_MERGE, RSS, MODERATION -> 5;
      case MTU_CHANGE, VLAN, STATISTICS, LINK -> 2; // harder to run
      case XDP, TIMESTAMPS -> 1; // few miss it
    };
  }

  /** Hundredths of the weight that an outcome earns. */
  public static int credit(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> 100;
      case EXCEPTION -> 50; // the caller gets an answer, not the feature
      case FAILED, NOT_RUN -> 0;
    };
  }

  /** Points, rounded down: 95 is not 94.9. */
  public int points() {
    int earned = 0;
    int possible = 0;
    for (Capability feature : Capability.values()) {
      earned += weight(feature) * credit(seen.outcome(os, feature));
      possible += weight(feature);
    }
    return earned / possible;
  }

  // end::weights[]

  /** What stops a release whatever the points are; empty if nothing does. */
  public List<String> vetoes() {
    List<String> found = new ArrayList<>();
    for (Capability feature : Capability.values()) {
      Outcome outcome = seen.outcome(os, feature);
      if (outcome == Outcome.FAILED || outcome == Outcome.NOT_RUN) {
        found.add(feature + ": " + outcome);
      } else if (outcome == Outcome.EXCEPTION && weight(feature) == ESSENTIAL) {
        found.add(feature + ": excepted, and no driver without it");
      }
    }
    return found;
  }

  /** Whether it may be released, as far as the trial can tell. */
  public boolean released() {
    return points() >= NEEDED && vetoes().isEmpty();
  }
}
