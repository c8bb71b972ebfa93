package org.ringbook.device;

import static org.ringbook.dataplane.port.Filters82599.qptc;
import static org.ringbook.dataplane.port.Registers82599.*;

/** What the registers of the 82599 say about sending from one of its queues. */
final class QueueControl82599 implements TransmitControl {
  private static final int FLAGS = 0xfff;

  private final RegisterFile registers;
  private final MessageInterrupts interrupts;
  private final int queue;

  QueueControl82599(
      RegisterFile registers, MessageInterrupts interrupts, int queue) {
    this.registers = registers;
    this.interrupts = interrupts;
    this.queue = queue;
  }

  @Override
  public boolean isEnabled() {
    return registers.has(DMATXCTL, DMATXCTL_TE)
        && registers.has(txdctl(queue), XDCTL_ENABLE);
  }

  @Override
  public boolean pads() {
    return registers.has(HLREG0, HLREG0_TXPADEN);
  }

  @Override
  public int tagType() {
    return registers.get(DMATXCTL) >>> 16;
  }

  @Override
  public int firstFlags() {
    return registers.get(DTXTCPFLGL) & FLAGS;
  }

  @Override
  public int middleFlags() {
    return registers.get(DTXTCPFLGL) >>> 16 & FLAGS;
  }

  @Override
  public int lastFlags() {
    return registers.get(DTXTCPFLGH) & FLAGS;
  }

  @Override
  public void sent() {
    registers.count(qptc(queue));
  }

  @Override
  public void done(boolean reported, boolean ringEmpty) {
    if (reported) {
      interrupts.transmitted(queue);
    }
  }
}
