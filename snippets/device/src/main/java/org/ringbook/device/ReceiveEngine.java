package org.ringbook.device;

import java.util.zip.CRC32;

/**
 * Takes frames from the wire, drops those that are damaged, too long or not for this
 * station, finds out what it can about the others and stores them in a queue.
 */
final class ReceiveEngine {
  private static final int FCS = 4;

  private final Chip chip;
  private final ReceiveControl control;
  private final ReceiveQueue[] queues;
  private final AddressFilter filter;
  private final ReceiveRules rules = new ReceiveRules();
  private final Headers headers = new Headers();
  private final ReceiveResult result = new ReceiveResult();
  private final Frame frame = new Frame(Frame.MAX_LENGTH + FCS);
  private final CRC32 crc = new CRC32();

  ReceiveEngine(Chip chip, ReceiveControl control, ReceiveQueue... queues) {
    this.chip = chip;
    this.control = control;
    this.filter = new AddressFilter(chip.registers, control.vlanTable());
    this.queues = queues;
  }

  /** Handles one frame; false if none waits. A disabled receiver hears nothing. */
  boolean step() {
    if (!chip.wire.poll(frame)) {
      return false;
    }
    control.load(rules);
    if (rules.enabled && chip.faults.hasCarrier() && isWanted()) {
      deliver();
    }
    return true;
  }

  private boolean isWanted() {
    chip.statistics.heard(frame);
    if (!frame.goodFcs && !rules.storeBad) {
      return false;
    }
    if (frame.length > rules.longest) {
      chip.statistics.tooLong();
      return false;
    }
    headers.parse(frame, rules.tagType);
    return filter.accepts(frame, headers, rules);
  }

  private void deliver() {
    result.inspect(frame, headers, rules);
    result.inexact = filter.wasInexact();
    int queue = control.steer(frame, headers, result);
    int bytes = frame.length;
    if (headers.tag != Headers.NONE && control.stripsTags(queue)) {
      result.tag = headers.tag;
      frame.removeTag();
    }
    if (!rules.stripFcs) {
      appendFcs();
    }
    if (queues[queue].store(frame, result) && frame.goodFcs) {
      chip.statistics.received(frame, bytes);
    }
  }

  private void appendFcs() {
    crc.reset();
    crc.update(frame.bytes, 0, frame.length);
    long value = frame.goodFcs ? crc.getValue() : ~crc.getValue();
    for (int i = 0; i < FCS; i++) {
      frame.bytes[frame.length++] = (byte) (value >>> (8 * i));
    }
  }
}
