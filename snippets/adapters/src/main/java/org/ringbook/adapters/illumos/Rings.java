package org.ringbook.adapters.illumos;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/** The transmit and receive rings of a driver instance, with all they own. */
final class Rings {
  private static final int BUFFERS_EACH_DESCRIPTOR = 2;

  private final List<RxBuffers> buffers = new ArrayList<>();
  private final List<PacketPool> copies = new ArrayList<>();
  private final List<TxPath> tx = new ArrayList<>();
  private final List<RxPath> rx = new ArrayList<>();

  Rings(DdiDma dma, ConsistentMemory memory, PortSettings settings) {
    for (int i = 0; i < settings.queues(); i++) {
      buffers.add(new RxBuffers(dma, settings.ringSize() * BUFFERS_EACH_DESCRIPTOR));
      copies.add(TxPath.copies(memory, settings.ringSize()));
    }
  }

  PacketSource source(int ring) {
    return buffers.get(ring);
  }

  void connect(Kernel kernel, Streams streams, Mac mac, DdiDma dma, Port port) {
    for (int i = 0; i < buffers.size(); i++) {
      int ring = i;
      TxSlots slots = new TxSlots(dma, port.settings().ringSize());
      Mutex txLock = new Mutex(kernel, true);
      Mutex rxLock = new Mutex(kernel, true);
      PacketPool pool = copies.get(i);
      tx.add(new TxPath(streams, mac, i, () -> port.tx(ring), slots, pool, txLock));
      rx.add(new RxPath(streams, mac, () -> port.rx(ring), buffers.get(i), rxLock));
    }
  }

  int count() {
    return buffers.size();
  }

  TxPath tx(int ring) {
    return tx.get(ring);
  }

  RxPath rx(int ring) {
    return rx.get(ring);
  }

  void flow(boolean on) {
    rx.forEach(each -> each.flow(on));
  }

  /** Takes back a frame of whichever ring: they differ only in what counts it. */
  void done(Packet head) {
    tx.getFirst().done(head);
  }

  int lent() {
    return rx.stream().mapToInt(RxPath::lent).sum();
  }

  int outstanding() {
    return rx.stream().mapToInt(RxPath::outstanding).sum()
        + tx.stream().mapToInt(TxPath::outstanding).sum();
  }

  long statistic(MacStatistic which) {
    return rx.stream().mapToLong(each -> each.statistic(which)).sum()
        + tx.stream().mapToLong(each -> each.statistic(which)).sum();
  }

  void free() {
    tx.forEach(TxPath::free);
    rx.forEach(RxPath::free);
  }
}
