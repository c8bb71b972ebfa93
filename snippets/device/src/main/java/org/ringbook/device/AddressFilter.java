package org.ringbook.device;

/**
 * Decides by destination address and VLAN whether a frame is received (8254x SDM
 * 10.5.1 and 9.3; 82599 datasheet 7.1.1): the 16 receive addresses, broadcast, the
 * multicast table, what the promiscuous bits let in; and the VLAN table for frames
 * with a tag.
 *
 * <p>The multicast table has one bit for each value of 12 bits of the address, so
 * it lets in more than was asked for; software looks again (PIF).
 */
final class AddressFilter {
  static final long BROADCAST = 0xffff_ffff_ffffL;

  private static final int ENTRIES = 16;
  private static final int ADDRESS_VALID = 0x8000_0000;
  private static final int RECEIVE_ADDRESSES = 0x5400;
  private static final int MULTICAST_TABLE = 0x5200;

  private final RegisterFile registers;
  private final int vlanTable;
  private boolean inexact;

  /**
   * A filter over the registers of one device.
   *
   * @param vlanTable offset of VFTA, the only one that differs between the families
   */
  AddressFilter(RegisterFile registers, int vlanTable) {
    this.registers = registers;
    this.vlanTable = vlanTable;
  }

  boolean accepts(Frame frame, Headers headers, ReceiveRules rules) {
    inexact = false;
    if (frame.length < Frame.ADDRESS_BYTES) {
      return false;
    }
    boolean anyVlan = !rules.filterTags || headers.tag == Headers.NONE;
    return acceptsAddress(frame, rules) && (anyVlan || isMember(headers.tag));
  }

  /** Whether the frame accepted last passed by the multicast table alone. */
  boolean wasInexact() {
    return inexact;
  }

  private boolean acceptsAddress(Frame frame, ReceiveRules rules) {
    long destination = frame.destination();
    if (destination == BROADCAST && rules.broadcast) {
      return true;
    }
    boolean any = frame.isGroup() ? rules.anyMulticast : rules.anyUnicast;
    if (any || isOwn(destination)) {
      return true;
    }
    boolean looks = rules.multicastTable && frame.isGroup();
    inexact = looks && isInTable(destination >>> rules.multicastShift);
    return inexact;
  }

  private boolean isOwn(long destination) {
    for (int i = 0; i < ENTRIES; i++) {
      int low = RECEIVE_ADDRESSES + 8 * i;
      long own = registers.address(low, low + 4);
      if ((own >>> 32 & ADDRESS_VALID) != 0 && (own & BROADCAST) == destination) {
        return true;
      }
    }
    return false;
  }

  /** Twelve bits: the upper seven choose a register, the lower five a bit of it. */
  private boolean isInTable(long bits) {
    int index = (int) bits & 0xfff;
    return isSet(MULTICAST_TABLE, index);
  }

  /** The VLAN identifier indexes its table the same way. */
  private boolean isMember(int tag) {
    return isSet(vlanTable, tag & 0xfff);
  }

  private boolean isSet(int table, int index) {
    int word = registers.get(table + (index >>> 5) * Integer.BYTES);
    return (word >>> (index & 31) & 1) != 0;
  }
}
