package org.ringbook.device;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.dataplane.dma.DmaBus.Access.READ;

import java.lang.foreign.MemorySegment;

/**
 * Sends what the driver put between head and tail of one queue (8254x SDM 3.4, 82599
 * datasheet 7.2): fetches a descriptor, fetches its data, hands the frame on after
 * the descriptor with EOP, moves head, and writes DD back if RS asks for it.
 */
final class TransmitEngine {
  /** Headers, and the 64 KiB that a system hands down to be segmented. */
  private static final int GATHERED = (1 << 16) + 512;

  private final Chip chip;
  private final MemorySegment memory;
  private final int queue;
  private final DeviceRing ring;
  private final TransmitFormat format;
  private final TransmitControl control;
  private final TransmitOffload offload;
  private final TransmitContext[] contexts = new TransmitContext[2];
  private final TransmitDescriptor descriptor = new TransmitDescriptor();
  private final TransmitOrder order;
  private final Frame frame = new Frame(GATHERED);
  private boolean gathering;

  TransmitEngine(Chip chip, DeviceRing ring, TransmitControl control) {
    this.chip = chip;
    this.memory = chip.bus.memory();
    this.queue = ring.queue;
    this.ring = ring;
    this.format = control.transmitFormat();
    this.control = control;
    this.offload = new TransmitOffload(chip, control);
    this.order = new TransmitOrder(format);
    contexts[0] = new TransmitContext();
    contexts[1] = new TransmitContext();
    reset();
  }

  void reset() {
    frame.clear();
    gathering = false;
    contexts[0].clear();
    contexts[1].clear();
  }

  private boolean mayMove() {
    boolean free = chip.faults.hasCarrier() && !chip.faults.transmitStuck(queue);
    return free && control.isEnabled();
  }

  // tag::one-descriptor[]
  /** Handles one descriptor; false if the device owns none or is disabled. */
  boolean step() {
    if (!mayMove() || ring.owned() == 0) {
      return false;
    }
    long slot = ring.headSlot();
    long at = chip.fetch(slot);
    if (at < 0) {
      return false;
    }
    format.decode(memory, at, descriptor);
    if (descriptor.isContext) {
      format.decodeContext(memory, at, contexts[descriptor.context]);
    } else {
      gather();
    }
    ring.advance();
    writeBack(slot);
    return true;
  }

  private void gather() {
    if (!gathering) {
      gathering = true;
      order.begin(descriptor, contexts[descriptor.context]);
    }
    fetchData();
    if (descriptor.last) {
      order.end(descriptor);
      offload.send(frame, order);
      frame.clear();
      gathering = false;
    }
  }

  private void writeBack(long slot) {
    if (descriptor.report) {
      chip.writeBacks.transmit(slot);
    }
    control.done(descriptor.report, ring.owned() == 0);
  }

  // end::one-descriptor[]

  /** A null address or a length of 0 transfers nothing (8254x SDM 3.3.3). */
  private void fetchData() {
    int length = descriptor.length;
    if (descriptor.address == 0 || length == 0) {
      return;
    }
    int most = order.segment ? GATHERED : Frame.MAX_LENGTH;
    if (frame.length + length > most) {
      throw new IllegalStateException("frame of more than " + most);
    }
    long data = chip.bus.translate(descriptor.address, length, READ);
    MemorySegment.copy(memory, JAVA_BYTE, data, frame.bytes, frame.length, length);
    frame.length += length;
  }
}
