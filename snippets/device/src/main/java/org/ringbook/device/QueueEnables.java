package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers82599.*;

import java.util.Arrays;

/**
 * RXDCTL and TXDCTL of the 82599: a queue is not enabled when the write returns, but
 * a while later; the bit reads back then (82599 datasheet 4.6.7 and 4.6.8). A
 * transmit queue waits for DMATXCTL.TE too.
 */
final class QueueEnables {
  private final RegisterFile registers;
  private final boolean[] asked = new boolean[2 * TenGigabitNic.QUEUES];

  QueueEnables(RegisterFile registers) {
    this.registers = registers;
  }

  boolean covers(int offset) {
    return index(offset) >= 0;
  }

  /** Receive queues first, then transmit queues; -1 if it is another register. */
  private static int index(int offset) {
    int queue = (offset & 0xfff) / 0x40;
    if (queue >= TenGigabitNic.QUEUES) {
      return -1;
    }
    int transmit = offset == txdctl(queue) ? TenGigabitNic.QUEUES + queue : -1;
    return offset == rxdctl(queue) ? queue : transmit;
  }

  /** The value as of the read before this; what was asked for is then in force. */
  synchronized int read(int offset) {
    int value = registers.get(offset);
    takeUp(offset);
    return value;
  }

  synchronized void write(int offset, int value) {
    asked[index(offset)] = (value & XDCTL_ENABLE) != 0;
    int kept = asked[index(offset)] ? registers.get(offset) & XDCTL_ENABLE : 0;
    registers.set(offset, (value & ~XDCTL_ENABLE) | kept);
  }

  /** Time has passed: all that was asked for is in force. */
  synchronized void takeUp() {
    for (int queue = 0; queue < TenGigabitNic.QUEUES; queue++) {
      takeUp(rxdctl(queue));
      takeUp(txdctl(queue));
    }
  }

  private void takeUp(int offset) {
    boolean transmit = index(offset) >= TenGigabitNic.QUEUES;
    boolean ready = !transmit || registers.has(DMATXCTL, DMATXCTL_TE);
    if (asked[index(offset)] && ready) {
      registers.setBits(offset, XDCTL_ENABLE);
    }
  }

  synchronized void reset() {
    Arrays.fill(asked, false);
  }
}
