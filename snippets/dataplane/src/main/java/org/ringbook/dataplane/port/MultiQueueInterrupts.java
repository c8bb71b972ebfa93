package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Registers82599.*;

/**
 * The interrupts of an 82599 (82599 datasheet 7.3): with messages a vector for each
 * queue and one for the rest, else one line for all.
 *
 * <p>A queue's vector speaks for both its rings, and which of them it was nobody
 * says: both are to be looked at. Its cause clears itself as the message goes out
 * (EIAC); the causes of the last vector are cleared by reading EICR.
 *
 * @param queues pairs of rings
 * @param messages whether messages are used
 */
record MultiQueueInterrupts(RegisterAccess registers, int queues, boolean messages) {
  private static final int OTHERS = EICR_LSC | EICR_RX_MISS;
  private static final int EITR_NANOSECONDS = 2048;
  private static final int EITR_LARGEST = EITR_INTERVAL >>> 3;

  int vectors() {
    return messages ? queues + 1 : 1;
  }

  /** Maps causes to vectors: queue q to vector q, or all to the line. */
  void configure() {
    for (int queue = 0; queue < queues; queue += 2) {
      int first = both(messages ? queue : 0);
      int second = both(messages ? queue + 1 : 0);
      boolean pair = queue + 1 < queues;
      registers.write32(ivar(queue / 2), pair ? second << 16 | first : first);
    }
    int last = IVAR_ALLOC_VAL | vectors() - 1;
    registers.write32(IVAR_MISC, last << 8);
    registers.write32(GPIE, messages ? GPIE_MSIX_MODE | GPIE_OCD : 0);
    registers.write32(EIAC, messages ? queueBits() : 0);
  }

  /** An entry for the receive ring, and the same for the transmit ring. */
  private static int both(int vector) {
    int entry = IVAR_ALLOC_VAL | vector;
    return entry << 8 | entry;
  }

  private int queueBits() {
    return (1 << queues) - 1;
  }

  int causes(int vector) {
    if (messages && vector < queues) {
      registers.write32(EICR, 1 << vector);
      return Port.RX | Port.TX;
    }
    int eicr = registers.read32(EICR);
    int frames = messages || (eicr & 1) == 0 ? 0 : Port.RX | Port.TX;
    int link = (eicr & EICR_LSC) == 0 ? 0 : Port.LINK;
    int overrun = (eicr & EICR_RX_MISS) == 0 ? 0 : Port.OVERRUN;
    return frames | link | overrun;
  }

  private int bits(int vector) {
    if (!messages) {
      return OTHERS | 1;
    }
    return vector < queues ? 1 << vector : OTHERS;
  }

  void unmask(int vector) {
    registers.write32(EIMS, bits(vector));
  }

  /** The read makes sure that the write has arrived: writes may wait on a bus. */
  void mask(int vector) {
    registers.write32(EIMC, bits(vector));
    registers.read32(EIMS);
  }

  void throttle(int vector, int value) {
    registers.write32(eitr(vector), value);
  }

  /** What EITR holds for a time: steps of 2.048 us, rounded up, 1.05 ms at most. */
  static int interval(int nanoseconds) {
    int steps = Math.ceilDiv(Math.max(nanoseconds, 0), EITR_NANOSECONDS);
    return Math.min(steps, EITR_LARGEST) << 3;
  }
}
