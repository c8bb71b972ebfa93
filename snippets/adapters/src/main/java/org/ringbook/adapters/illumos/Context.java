package org.ringbook.adapters.illumos;

/** Contexts that code of a driver runs in (Intro(9F), "Context"). */
public enum Context {
  /** A kernel thread; may sleep. */
  KERNEL,
  /** An interrupt handler; may not wait for memory. */
  INTERRUPT
}
