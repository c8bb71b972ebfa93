package org.ringbook.adapters.windows;

/**
 * Interrupt request levels, lowest first. Code at a level is interrupted by higher
 * levels only, and at {@link #DISPATCH_LEVEL} and above it must not wait (WDK,
 * "Managing Hardware Priorities").
 */
public enum Irql {
  /** Threads; may wait and may touch pageable memory. */
  PASSIVE_LEVEL,
  /** Threads with asynchronous procedure calls held off. */
  APC_LEVEL,
  /** Deferred procedure calls and whoever holds a spin lock. */
  DISPATCH_LEVEL,
  /** Interrupt service routines. */
  DIRQL
}
