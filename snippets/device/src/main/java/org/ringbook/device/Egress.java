package org.ringbook.device;

import java.util.zip.CRC32;

/** The last stage before the wire: padding, tag, frame check sequence, counters. */
final class Egress {
  private static final int FCS = 4;
  private static final int SHORTEST = 60;

  private final Chip chip;
  private final TransmitControl control;
  private final CRC32 crc = new CRC32();

  Egress(Chip chip, TransmitControl control) {
    this.chip = chip;
    this.control = control;
  }

  /**
   * With IFCS the device appends the frame check sequence, after padding to 60 bytes
   * if it is set to pad: 64 on the wire. Without it the last four bytes are the
   * driver's own frame check sequence, right or wrong, and no tag goes in.
   */
  void send(Frame frame, TransmitOrder order) {
    if (!order.fcs) {
      checkOwnFcs(frame);
    } else {
      padAndTag(frame, order.tag);
    }
    if (frame.length > 0) {
      chip.statistics.sent(frame);
      control.sent();
      damage(frame);
      chip.wire.offer(frame);
    }
  }

  private void padAndTag(Frame frame, int tag) {
    if (frame.length > 0 && control.pads()) {
      frame.pad(SHORTEST);
    }
    int type = control.tagType();
    boolean tags = tag != TransmitOrder.NO_TAG && type != TransmitOrder.NO_TAG;
    if (tags && frame.length > Frame.TYPE) {
      frame.insertTag(type, tag);
    }
  }

  private void damage(Frame frame) {
    if (chip.faults.damagesFrame()) {
      frame.bytes[frame.length / 2] ^= 1;
      frame.goodFcs = false;
    }
  }

  private void checkOwnFcs(Frame frame) {
    int payload = Math.max(0, frame.length - FCS);
    crc.reset();
    crc.update(frame.bytes, 0, payload);
    long sent = 0;
    for (int i = payload; i < frame.length; i++) {
      sent |= (frame.bytes[i] & 0xffL) << (8 * (i - payload));
    }
    frame.goodFcs = sent == crc.getValue();
    frame.length = payload;
  }
}
