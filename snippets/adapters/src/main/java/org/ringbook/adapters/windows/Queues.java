package org.ringbook.adapters.windows;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * The send and receive queues of an open port, a pair for each of its ring pairs.
 */
final class Queues {
  private final SendPath[] sends;
  private final ReceivePath[] receives;
  private final ReceiveBuffers[] buffers;

  /** Makes the receive buffers of so many queues; a port is opened on them next. */
  Queues(SharedMemory memory, NetBufferListPool pool, int queues, int buffersEach) {
    sends = new SendPath[queues];
    receives = new ReceivePath[queues];
    buffers = new ReceiveBuffers[queues];
    for (int i = 0; i < queues; i++) {
      buffers[i] = new ReceiveBuffers(memory, pool, buffersEach);
    }
  }

  ReceiveBuffers buffers(int queue) {
    return buffers[queue];
  }

  /** Connects the queues to the rings of a port. */
  void connect(
      MiniportAdapter adapter,
      Port port, // opened, so that it has its rings
      ScatterGatherDma dma,
      MiniportStatistics statistics) {
    int ringSize = port.settings().ringSize();
    for (int i = 0; i < sends.length; i++) {
      int queue = i;
      SendPackets packets = new SendPackets(adapter.sharedMemory(), ringSize);
      Supplier<TxRing> tx = () -> port.tx(queue);
      sends[i] = new SendPath(adapter, dma, tx, packets, statistics);
      Supplier<RxRing> rx = () -> port.rx(queue);
      int reserve = ringSize / 4;
      receives[i] = new ReceivePath(adapter, i, rx, buffers[i], reserve, statistics);
    }
  }

  int count() {
    return sends.length;
  }

  SendPath send(int queue) {
    return sends[queue];
  }

  ReceivePath receive(int queue) {
    return receives[queue];
  }

  /** The queue for a list: that of its hash, so a flow stays in order. */
  SendPath sendFor(NetBufferList list) {
    return sends[Integer.remainderUnsigned(list.hash(), sends.length)];
  }

  /** Takes a frame back from a ring that was stopped. */
  void aborted(Packet head) {
    NetBufferList list = ((ScatterGatherList) head.attachment()).frame().list();
    sendFor(list).aborted(head);
  }

  void flow(boolean on) {
    for (ReceivePath each : receives) {
      each.flow(on);
    }
  }

  int sum(ToIntFunction<ReceivePath> ofReceive, ToIntFunction<SendPath> ofSend) {
    int sum = 0;
    for (int i = 0; i < sends.length; i++) {
      sum += ofReceive.applyAsInt(receives[i]) + ofSend.applyAsInt(sends[i]);
    }
    return sum;
  }

  long sum(ToLongFunction<ReceivePath> of) {
    long sum = 0;
    for (ReceivePath each : receives) {
      sum += of.applyAsLong(each);
    }
    return sum;
  }

  /** Frees the lists of all receive buffers. */
  void free() {
    for (ReceiveBuffers each : buffers) {
      each.free();
    }
  }
}
