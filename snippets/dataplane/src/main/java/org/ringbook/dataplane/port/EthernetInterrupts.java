package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Registers.*;

/**
 * The interrupt line of an 8254x (8254x SDM 13.4.17 to 13.4.21): ICR says why, IMS
 * and IMC say whether, ITR says how often.
 */
record EthernetInterrupts(RegisterAccess registers) {
  private static final int RECEIVE = ICR_RXT0 | ICR_RXDMT0;
  private static final int ENABLED = RECEIVE | ICR_TXDW | ICR_RXO | ICR_LSC;

  private static final int ITR_NANOSECONDS = 256;
  private static final int ITR_LARGEST = 0xffff;

  /** One read of ICR, which clears all causes at once. */
  int causes() {
    int icr = registers.read32(ICR);
    int rx = (icr & RECEIVE) == 0 ? 0 : Port.RX;
    int tx = (icr & (ICR_TXDW | ICR_TXQE)) == 0 ? 0 : Port.TX;
    int link = (icr & ICR_LSC) == 0 ? 0 : Port.LINK;
    int overrun = (icr & ICR_RXO) == 0 ? 0 : Port.OVERRUN;
    return rx | tx | link | overrun;
  }

  void unmask() {
    registers.write32(IMS, ENABLED);
  }

  /** The read makes sure that the write has arrived: writes may wait on a bus. */
  void mask() {
    registers.write32(IMC, -1);
    registers.read32(STATUS);
  }

  /** What ITR holds for a time: steps of 256 ns, rounded up, to 16.8 ms at most. */
  static int throttle(int nanoseconds) {
    int steps = Math.ceilDiv(Math.max(nanoseconds, 0), ITR_NANOSECONDS);
    return Math.min(steps, ITR_LARGEST);
  }
}
