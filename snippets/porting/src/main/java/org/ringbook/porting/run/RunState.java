package org.ringbook.porting.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a run knows; whoever has it can go on with the run. Immutable.
 *
 * @param phase index of the phase that is at work or being judged
 * @param step whether its work or its gate is next
 * @param retries attempts that this phase has used up, from 0
 * @param score 0 to 100
 * @param artifacts a digest of each file that was made, by its name
 * @param results what each test showed, by its name
 * @param exceptions what is not ported, a sentence each
 * @param violations what broke a rule, a sentence each
 * @param decisions phases that a person let pass, with the person's name
 * @param log what happened, oldest first
 */
public record RunState(
    int phase,
    Step step,
    int retries,
    int score,
    SortedMap<String, String> artifacts,
    SortedMap<String, String> results,
    List<String> exceptions,
    List<String> violations,
    SortedMap<String, String> decisions,
    List<String> log) {

  /** What a test's result is when it passed. */
  public static final String PASSED = "passed";

  /** The sub-step that is next. */
  public enum Step {
    /** The phase works. */
    WORK,
    /** Its gate judges. */
    GATE,
    /** Its gate has stopped the run; a person decides. */
    HELD
  }

  /** Before the first phase. */
  public static final RunState START =
      new RunState(
          0,
          Step.WORK,
          0,
          0,
          new TreeMap<>(),
          new TreeMap<>(),
          List.of(),
          List.of(),
          new TreeMap<>(),
          List.of());

  /** Copies what could be changed behind its back. */
  public RunState {
    artifacts = new TreeMap<>(artifacts);
    results = new TreeMap<>(results);
    exceptions = List.copyOf(exceptions);
    violations = List.copyOf(violations);
    decisions = new TreeMap<>(decisions);
    log = List.copyOf(log);
  }

  /** Failed tests. */
  public long failed() {
    return results.values().stream().filter(said -> !said.equals(PASSED)).count();
  }

  /** At another place of the run. */
  public RunState at(int newPhase, Step newStep, int newRetries) {
    return new RunState(
        newPhase,
        newStep,
        newRetries,
        score,
        artifacts,
        results,
        exceptions,
        violations,
        decisions,
        log);
  }

  /** With a line more in its log. */
  public RunState logged(String line) {
    List<String> longer = new ArrayList<>(log);
    longer.add(line);
    return new RunState(
        phase,
        step,
        retries, // the same place
        score,
        artifacts,
        results,
        exceptions,
        violations,
        decisions,
        longer);
  }

  /** With a file that was made, or made anew. */
  public RunState made(String name, String digest) {
    return new RunState(
        phase,
        step,
        retries,
        score,
        with(artifacts, name, digest),
        results,
        exceptions,
        violations,
        decisions,
        log);
  }

  /** With these results in place of all earlier ones, and the score they make. */
  public RunState tested(Map<String, String> newResults) {
    long passed = newResults.values().stream().filter(PASSED::equals).count();
    int newScore = (int) (100 * passed / Math.max(1, newResults.size()));
    return new RunState(
        phase,
        step,
        retries,
        newScore,
        artifacts,
        new TreeMap<>(newResults),
        exceptions,
        violations,
        decisions,
        log);
  }

  /** With what a review found, in place of what an earlier one did. */
  public RunState reviewed(List<String> newExceptions, List<String> newViolations) {
    return new RunState(
        phase,
        step,
        retries,
        score,
        artifacts,
        results,
        newExceptions,
        newViolations,
        decisions,
        log);
  }

  /** With a person's word that a phase may pass. */
  public RunState decided(String phaseName, String person) {
    return new RunState(
        phase,
        step,
        retries,
        score,
        artifacts,
        results,
        exceptions,
        violations,
        with(decisions, phaseName, person),
        log);
  }

  private static SortedMap<String, String> with(
      SortedMap<String, String> map, String key, String value) {
    SortedMap<String, String> larger = new TreeMap<>(map);
    larger.put(key, value);
    return larger;
  }
}
