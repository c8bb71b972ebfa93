package org.ringbook.device;

import static org.ringbook.dataplane.port.Filters82599.*;
import static org.ringbook.dataplane.port.Registers82599.*;

/** What the registers of the 82599 say about receiving. */
final class Control82599 implements ReceiveControl {
  private static final int LONGEST = 1518;
  private static final int FCS = 4;
  private static final int SRRCTL_KIB = 1024;

  private final RegisterFile registers;
  private final MessageInterrupts interrupts;
  private final Steering steering;

  Control82599(Chip chip, MessageInterrupts interrupts, Steering steering) {
    this.registers = chip.registers;
    this.interrupts = interrupts;
    this.steering = steering;
  }

  @Override
  public ReceiveFormat format() {
    return new Receive82599();
  }

  @Override
  public int vlanTable() {
    return VFTA;
  }

  @Override
  public void load(ReceiveRules rules) {
    int filter = registers.get(FCTRL);
    int vlan = registers.get(VLNCTRL);
    int multicast = registers.get(MCSTCTRL);
    rules.enabled = registers.has(RXCTRL, RXCTRL_RXEN);
    rules.storeBad = (filter & FCTRL_SBP) != 0;
    rules.anyUnicast = (filter & FCTRL_UPE) != 0;
    rules.anyMulticast = (filter & FCTRL_MPE) != 0;
    rules.broadcast = (filter & FCTRL_BAM) != 0;
    rules.multicastTable = (multicast & MCSTCTRL_MFE) != 0;
    rules.multicastOffset(multicast & 3);
    rules.filterTags = (vlan & VLNCTRL_VFE) != 0;
    rules.tagType = vlan & 0xffff;
    rules.stripFcs = registers.has(HLREG0, HLREG0_RXCRCSTRP);
    rules.longest = longest();
    rules.checkIp = true;
    rules.checkTransport = true;
    rules.packetChecksumStart = -1;
  }

  private int longest() {
    boolean jumbo = registers.has(HLREG0, HLREG0_JUMBOEN);
    return jumbo ? (registers.get(MAXFRS) >>> 16) - FCS : LONGEST;
  }

  @Override
  public int steer(Frame frame, Headers headers, ReceiveResult result) {
    int queue = steering.queue(frame, headers, result);
    if (!registers.has(RXCSUM, RXCSUM_PCSD)) {
      result.hash = 0;
    }
    return queue;
  }

  @Override
  public boolean isEnabled(int queue) {
    return registers.has(rxdctl(queue), XDCTL_ENABLE);
  }

  @Override
  public int bufferSize(int queue) {
    int control = registers.get(srrctl(queue));
    if ((control & SRRCTL_DESCTYPE) != SRRCTL_ADV_ONEBUF) {
      throw new IllegalStateException("only advanced descriptors of one buffer");
    }
    return Math.max(1, control & SRRCTL_BSIZEPKT) * SRRCTL_KIB;
  }

  @Override
  public boolean stripsTags(int queue) {
    return registers.has(rxdctl(queue), RXDCTL_VME);
  }

  @Override
  public void stored(int queue, boolean low) {
    registers.count(qprc(queue));
    interrupts.received(queue);
  }

  @Override
  public void lost(int queue) {
    registers.count(MPC);
    interrupts.raise(EICR_RX_MISS);
  }
}
