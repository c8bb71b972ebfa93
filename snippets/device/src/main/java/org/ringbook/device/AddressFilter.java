package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers.*;

/**
 * Decides by destination address whether a frame is received: the address of RAL0
 * and RAH0, broadcast, and what the promiscuous bits let in. The multicast and VLAN
 * tables are not simulated.
 */
final class AddressFilter {
  private static final int ADDRESS_BYTES = 6;
  private static final long BROADCAST = 0xffff_ffff_ffffL;

  private final RegisterFile registers;

  AddressFilter(RegisterFile registers) {
    this.registers = registers;
  }

  boolean accepts(Frame frame, int control) {
    if (frame.length < ADDRESS_BYTES) {
      return false;
    }
    long destination = destination(frame);
    if (destination == BROADCAST && (control & RCTL_BAM) != 0) {
      return true;
    }
    boolean group = (destination & 1) != 0;
    return (control & (group ? RCTL_MPE : RCTL_UPE)) != 0 || isOwn(destination);
  }

  /** The first byte on the wire is the lowest byte of RAL0. */
  private static long destination(Frame frame) {
    long address = 0;
    for (int i = 0; i < ADDRESS_BYTES; i++) {
      address |= (frame.bytes[i] & 0xffL) << (8 * i);
    }
    return address;
  }

  private boolean isOwn(long destination) {
    int high = registers.get(RAH0);
    long own = registers.address(RAL0, RAH0) & BROADCAST;
    return (high & RAH_AV) != 0 && own == destination;
  }
}
