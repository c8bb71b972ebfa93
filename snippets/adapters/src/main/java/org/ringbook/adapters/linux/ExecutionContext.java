package org.ringbook.adapters.linux;

/** What the kernel is in the middle of; decides what may be called. */
public enum ExecutionContext {
  /** A system call or a work item: may sleep. */
  PROCESS,
  /** NAPI polls, timers, transmission with bottom halves off: may not sleep. */
  SOFTIRQ,
  /** An interrupt handler: may not sleep, and lasts microseconds. */
  HARDIRQ
}
