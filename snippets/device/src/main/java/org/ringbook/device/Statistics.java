package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers.CRCERRS;
import static org.ringbook.dataplane.port.Registers.GPRC;
import static org.ringbook.dataplane.port.Registers.GPTC;

/**
 * The statistics registers, at the same offsets in both families (8254x SDM 13.7;
 * ixgbe_type.h), all cleared by reading. Octets count the frame with its check
 * sequence, in 64 bits: the upper half is read last, and clears both.
 */
final class Statistics {
  static final int FIRST = 0x4000;
  static final int LAST = 0x40f8;
  static final int PRC64 = 0x405c;
  static final int BPRC = 0x4078;
  static final int MPRC = 0x407c;
  static final int GORCL = 0x4088;
  static final int GORCH = 0x408c;
  static final int GOTCL = 0x4090;
  static final int GOTCH = 0x4094;
  static final int RUC = 0x40a4;
  static final int ROC = 0x40ac;
  static final int TORL = 0x40c0;
  static final int TORH = 0x40c4;
  static final int TOTL = 0x40c8;
  static final int TOTH = 0x40cc;
  static final int TPR = 0x40d0;
  static final int TPT = 0x40d4;
  static final int PTC64 = 0x40d8;
  static final int MPTC = 0x40f0;
  static final int BPTC = 0x40f4;
  static final int TSCTC = 0x40f8;

  private static final int FCS = 4;
  private static final int LONGEST = 1522;

  private final RegisterFile registers;

  Statistics(RegisterFile registers) {
    this.registers = registers;
  }

  static boolean covers(int offset) {
    return offset >= FIRST && offset <= LAST;
  }

  int read(int offset) {
    return switch (offset) {
      case GORCL, GOTCL, TORL, TOTL -> registers.get(offset);
      case GORCH, GOTCH, TORH, TOTH -> registers.getAndClearPair(offset);
      default -> registers.getAndClear(offset);
    };
  }

  /** Any frame on the wire, wanted or not. */
  void heard(Frame frame) {
    registers.count(TPR);
    registers.add(TORL, frame.length + FCS);
    if (!frame.goodFcs) {
      registers.count(CRCERRS);
    }
  }

  void tooLong() {
    registers.count(ROC);
  }

  /** A good frame that was stored; it had {@code length} bytes on the wire. */
  void received(Frame frame, int length) {
    registers.count(GPRC);
    registers.add(GORCL, length + FCS);
    countKind(frame, BPRC, MPRC);
    countSize(length + FCS, PRC64);
    if (length + FCS < 64) {
      registers.count(RUC);
    }
  }

  void sent(Frame frame) {
    registers.count(TPT);
    registers.count(GPTC);
    registers.add(TOTL, frame.length + FCS);
    registers.add(GOTCL, frame.length + FCS);
    countKind(frame, BPTC, MPTC);
    countSize(frame.length + FCS, PTC64);
  }

  void segmented() {
    registers.count(TSCTC);
  }

  private void countKind(Frame frame, int broadcast, int multicast) {
    if (frame.destination() == AddressFilter.BROADCAST) {
      registers.count(broadcast);
    } else if (frame.isGroup()) {
      registers.count(multicast);
    }
  }

  /** Six registers: 64, 65 to 127, to 255, to 511, to 1023, and to 1522 bytes. */
  private void countSize(int bytes, int first) {
    if (bytes <= LONGEST) {
      int power = Integer.SIZE - Integer.numberOfLeadingZeros(bytes);
      int index = bytes <= 64 ? 0 : Math.min(power - 6, 5);
      registers.count(first + index * Integer.BYTES);
    }
  }
}
