package org.ringbook.porting.run;

/**
 * A part of the run that ends at a gate.
 *
 * @param name one word
 * @param attempts how often it may work before a person is asked, at least 1
 * @param work what it does; it may be done twice if the process dies in it
 * @param gate judges the state, and changes nothing
 */
public record Phase(String name, int attempts, Work work, Gate gate) {

  /** Does a phase's work. */
  @FunctionalInterface
  public interface Work {
    /**
     * What is known afterwards; {@code state.retries()} says which attempt it is.
     */
    RunState run(RunState state);
  }

  /** Judges what a phase has done. */
  @FunctionalInterface
  public interface Gate {
    /** The verdict, from nothing but the state. */
    Verdict judge(RunState state);
  }

  /** A phase that works at least once. */
  public Phase {
    if (attempts < 1) {
      throw new IllegalArgumentException(attempts + " attempts");
    }
  }
}
