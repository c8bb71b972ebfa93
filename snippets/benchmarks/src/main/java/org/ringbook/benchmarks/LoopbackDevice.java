package org.ringbook.benchmarks;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.ring.DescriptorRing;

/** The least that a device does: it writes descriptors back, and moves no data. */
final class LoopbackDevice {
  static final int FRAME = 60;

  private static final VarHandle WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

  private final DescriptorRing rx;
  private final DescriptorRing tx;
  private int rxTail;
  private int txTail;
  private int received;
  private int sent;

  LoopbackDevice(DescriptorRing rx, DescriptorRing tx) {
    this.rx = rx;
    this.tx = tx;
  }

  void rxTail(int tail) {
    rxTail = tail;
  }

  void txTail(int tail) {
    txTail = tail;
  }

  void receive(int frames) {
    long status = LegacyRxDescriptor.DD | LegacyRxDescriptor.EOP;
    for (int left = frames; left > 0 && received != rxTail; left--) {
      long offset = rx.offset(received);
      // One store, as the device's write over the bus is one.
      WORD.setRelease(rx.slots(), offset + 8, status << 32 | FRAME);
      received = rx.next(received);
    }
  }

  void send() {
    for (; sent != txTail; sent = tx.next(sent)) {
      long offset = tx.offset(sent);
      LegacyTxDescriptor.writeBack(tx.slots(), offset, LegacyTxDescriptor.DD);
    }
  }
}
