package org.ringbook.device;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.dataplane.dma.DmaBus.Access.WRITE;

import java.lang.foreign.MemorySegment;

/**
 * Stores frames into the buffers between head and tail of one queue (8254x SDM 3.2,
 * 82599 datasheet 7.1): one buffer after the other until the frame is in, EOP with
 * the last. A frame for which there are too few descriptors is lost as a whole, as
 * there is no FIFO for it to wait in. A null address faults: what hardware does with
 * it (QEMU marks the descriptor done and stores nothing) is not simulated.
 */
final class ReceiveQueue {
  private final Chip chip;
  private final MemorySegment memory;
  private final int queue;
  private final DeviceRing ring;
  private final ReceiveFormat format;
  private final ReceiveControl control;

  ReceiveQueue(Chip chip, DeviceRing ring, ReceiveControl control) {
    this.chip = chip;
    this.memory = chip.bus.memory();
    this.queue = ring.queue;
    this.ring = ring;
    this.format = control.format();
    this.control = control;
  }

  /** Stores a frame, or loses it; false if it was lost. */
  boolean store(Frame frame, ReceiveResult result) {
    boolean ready = control.isEnabled(queue) && !chip.faults.receiveStuck(queue);
    if (!ready || ring.owned() == 0) {
      control.lost(queue);
      return false;
    }
    int room = control.bufferSize(queue);
    if (ring.owned() < Math.max(1, (frame.length + room - 1) / room)) {
      control.lost(queue);
      return false;
    }
    for (int done = 0; done < frame.length; done += room) {
      if (!storePart(frame, done, room, result)) {
        return false;
      }
    }
    control.stored(queue, ring.owned() <= ring.size() / 2);
    return true;
  }

  private boolean storePart(Frame frame, int from, int room, ReceiveResult result) {
    long slot = ring.headSlot();
    long at = chip.fetch(slot);
    if (at < 0) {
      return false;
    }
    int length = Math.min(room, frame.length - from);
    long address = format.bufferAddress(memory, at);
    long data = chip.bus.translate(address, length, WRITE);
    MemorySegment.copy(frame.bytes, from, memory, JAVA_BYTE, data, length);
    ring.advance();
    result.stored = length;
    result.next = from + length == frame.length ? -1 : ring.head();
    format.writeBack(chip.writeBacks, slot, result);
    return true;
  }
}
