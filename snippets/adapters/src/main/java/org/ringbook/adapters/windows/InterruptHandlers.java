package org.ringbook.adapters.windows;

/**
 * What a miniport registers with NdisMRegisterInterruptEx. With a line, there is
 * message 0 alone, and NDIS calls MiniportInterrupt and MiniportInterruptDPC; with
 * messages, MiniportMessageInterrupt and MiniportMessageInterruptDPC
 * (NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS).
 */
public interface InterruptHandlers {

  /**
   * At DIRQL: finds out whether the device interrupts, keeps it from doing so again,
   * and leaves everything else to the DPC.
   *
   * @param message vector, from 0
   * @return true if it was this device, and a DPC is wanted
   */
  boolean interrupt(int message);

  /**
   * At DISPATCH_LEVEL: does the work, then lets the device interrupt again.
   *
   * @param message as in {@link #interrupt}
   */
  void dpc(int message);
}
