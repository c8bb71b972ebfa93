package org.ringbook.porting.run;

import java.util.Locale;

/** What roles hand to each other. */
public enum Item {
  /** The original driver, manuals and headers; nobody in the team makes them. */
  SOURCES,
  /** Systems, phases, and what is out of scope. */
  PLAN,
  /** One step of a phase, small enough for one attempt. */
  TASK,
  /** Where the run stands. */
  STATE,
  /** A test that has failed once. */
  TEST,
  /** Core and adapters. */
  CODE,
  /** What a reader of the code found. */
  REVIEW,
  /** Which frameworks may be used where, and why. */
  FRAMEWORKS,
  /** What each system's compiler and linker said. */
  BUILDS,
  /** What each test printed, where it ran. */
  RESULTS,
  /** Cost of a packet, against the last release. */
  MEASUREMENTS,
  /** What a miniport must keep to: states, IRQLs, who owns a list. */
  NDIS_RULES,
  /** What programs before the stack can do on each system. */
  HOOKS,
  /** Porting exceptions, and stubs without one. */
  REGISTER,
  /** Points of each system. */
  SCORE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace("ndis_", "NDIS ");
  }
}
