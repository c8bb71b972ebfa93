package org.ringbook.dataplane.admin;

/**
 * Registers of an admin queue of the XL710 (Linux {@code i40e_register.h}: {@code
 * I40E_PF_ATQBAL} and so on). Both queues have the same five, at one place each; the
 * address of a register is the sum of queue and register.
 */
public final class AdminRegisters {
  /** The send queue (ATQ): commands. */
  public static final int SEND = 0x0008_0000;

  /** The receive queue (ARQ): events, and answers that took longer. */
  public static final int RECEIVE = 0x0008_0080;

  /** Base address, lower half. */
  public static final int BAL = 0x000;

  /** Base address, upper half. */
  public static final int BAH = 0x100;

  /** Length in descriptors (bits 0 to 9), errors, enable. */
  public static final int LEN = 0x200;

  /** Head, the firmware's. */
  public static final int HEAD = 0x300;

  /** Tail, the driver's. */
  public static final int TAIL = 0x400;

  /** LEN: errors that stop the queue: VF error, overflow, critical error. */
  public static final int LEN_ERRORS = 0x7000_0000;

  /** LEN: critical error. */
  public static final int LEN_CRITICAL = 0x4000_0000;

  /** LEN: enable. */
  public static final int LEN_ENABLE = 0x8000_0000;

  /** LEN: the bits of the length. */
  public static final int LEN_MASK = 0x3ff;

  private AdminRegisters() {}
}
