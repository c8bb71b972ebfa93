package org.ringbook.adapters.windows;

/** States of a miniport adapter (WDK, "Miniport Adapter States and Operations"). */
public enum AdapterState {
  /** Nothing is allocated. */
  HALTED,
  /** In MiniportInitializeEx. */
  INITIALIZING,
  /** Resources are there, no data flow. */
  PAUSED,
  /** In MiniportRestart. */
  RESTARTING,
  /** Data flow. */
  RUNNING,
  /** Between MiniportPause and its completion. */
  PAUSING
}
