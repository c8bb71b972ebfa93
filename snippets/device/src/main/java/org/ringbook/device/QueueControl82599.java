package org.ringbook.device;

import static org.ringbook.dataplane.port.Filters82599.qptc;
import static org.ringbook.dataplane.port.Registers82599.*;

/** What the registers of the 82599 say about sending from one of its queues. */
final class QueueControl82599 implements TransmitControl {
  private static final int FLAGS = 0xfff;

  private final RegisterFile registers;
  private final MessageInterrupts interrupts;
  private final int queue;

  QueueControl82599(Chip chip, MessageInterrupts interrupts, int queue) {
    this.registers = chip.registers;
    this.interrupts = interrupts;
    this.queue = queue;
  }

  @Override
  public TransmitFormat transmitFormat() {
    return new Transmit82599();
  }

  @Override
  public boolean isEnabled() {
    boolean all = registers.has(DMATXCTL, DMATXCTL_TE);
    return all && registers.has(txdctl(queue), XDCTL_ENABLE);
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
