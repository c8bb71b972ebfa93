package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers.*;
import static org.ringbook.device.Filters8254x.*;

/** What the registers of the 8254x say about both directions. */
final class Control8254x implements TransmitControl, ReceiveControl {
  private static final int LONGEST = 1518;
  private static final int ALL_FLAGS = 0xfff;

  /** All but FIN and PSH, which only the last segment has (8254x SDM 3.5). */
  private static final int NOT_LAST_FLAGS = 0xff6;

  private final RegisterFile registers;

  Control8254x(RegisterFile registers) {
    this.registers = registers;
  }

  @Override
  public TransmitFormat transmitFormat() {
    return new Transmit8254x();
  }

  @Override
  public boolean isEnabled() {
    return registers.has(TCTL, TCTL_EN);
  }

  @Override
  public boolean pads() {
    return registers.has(TCTL, TCTL_PSP);
  }

  @Override
  public int tagType() {
    return registers.has(CTRL, CTRL_VME) ? vet() : TransmitOrder.NO_TAG;
  }

  private int vet() {
    return registers.get(VET) & 0xffff;
  }

  @Override
  public int firstFlags() {
    return NOT_LAST_FLAGS;
  }

  @Override
  public int middleFlags() {
    return NOT_LAST_FLAGS;
  }

  @Override
  public int lastFlags() {
    return ALL_FLAGS;
  }

  @Override
  public void done(boolean reported, boolean ringEmpty) {
    int causes = (reported ? ICR_TXDW : 0) | (ringEmpty ? ICR_TXQE : 0);
    registers.setBits(ICR, causes);
  }

  @Override
  public ReceiveFormat format() {
    return new Receive8254x();
  }

  @Override
  public int vlanTable() {
    return VFTA;
  }

  @Override
  public void load(ReceiveRules rules) {
    int control = registers.get(RCTL);
    rules.enabled = (control & RCTL_EN) != 0;
    rules.storeBad = (control & RCTL_SBP) != 0;
    rules.anyUnicast = (control & RCTL_UPE) != 0;
    rules.anyMulticast = (control & RCTL_MPE) != 0;
    rules.broadcast = (control & RCTL_BAM) != 0;
    rules.multicastTable = true;
    rules.multicastOffset(control >>> RCTL_MO_SHIFT & 3);
    rules.filterTags = (control & RCTL_VFE) != 0;
    rules.tagType = vet();
    rules.longest = (control & RCTL_LPE) != 0 ? Frame.MAX_LENGTH : LONGEST;
    rules.stripFcs = (control & RCTL_SECRC) != 0;
    loadChecks(rules);
  }

  private void loadChecks(ReceiveRules rules) {
    int checks = registers.get(RXCSUM);
    rules.checkIp = (checks & RXCSUM_IPOFL) != 0;
    rules.checkTransport = (checks & RXCSUM_TUOFL) != 0;
    rules.packetChecksumStart = checks == 0 ? -1 : checks & RXCSUM_PCSS;
  }

  @Override
  public int steer(Frame frame, Headers headers, ReceiveResult result) {
    return 0;
  }

  @Override
  public boolean isEnabled(int queue) {
    return true;
  }

  @Override
  public int bufferSize(int queue) {
    int control = registers.get(RCTL);
    int size = 2048 >> ((control >>> RCTL_BSIZE_SHIFT) & 3);
    return (control & RCTL_BSEX) == 0 ? size : 16 * size;
  }

  @Override
  public boolean stripsTags(int queue) {
    return registers.has(CTRL, CTRL_VME);
  }

  /** RXDMT0 at half a ring, which is what RCTL.RDMTS of 0 says. */
  @Override
  public void stored(int queue, boolean low) {
    registers.setBits(ICR, ICR_RXT0 | (low ? ICR_RXDMT0 : 0));
  }

  @Override
  public void lost(int queue) {
    registers.count(MPC);
    registers.setBits(ICR, ICR_RXO);
  }
}
