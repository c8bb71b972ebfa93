package org.ringbook.adapters.windows;

import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.TxRing;

/**
 * The sending half of {@link MinimalMiniport}. NDIS can't be told to wait, so a
 * frame for which the ring has no room is given up, and its list says so; {@link
 * SendPath} has a queue for them.
 */
final class MinimalSends {
  private final MiniportAdapter adapter;
  private final ScatterGatherDma dma;
  private final SendPackets packets;
  private final SpinLock lock;
  private final ListQueue finished = new ListQueue();
  private TxRing ring;

  /** For rings of so many descriptors. At PASSIVE_LEVEL. */
  MinimalSends(MiniportAdapter adapter, SpinLock lock, int ringSize) {
    this.adapter = adapter;
    this.lock = lock;
    Processor processor = adapter.processor();
    dma = new ScatterGatherDma(processor, adapter.iommu(), this::mapped);
    packets = new SendPackets(adapter.sharedMemory(), ringSize);
  }

  /** A port that was started anew has another ring. */
  void use(TxRing txRing) {
    ring = txRing;
  }

  // tag::send[]
  /** Takes a list over, at DISPATCH_LEVEL: mapping wants it. */
  void send(NetBufferList list) {
    list.expect(); // counts the frames that are not done
    NetBuffer next;
    for (NetBuffer frame = list.first(); frame != null; frame = next) {
      next = frame.next(); // with its last frame the list may be gone
      if (dma.allocate(frame) != NdisStatus.SUCCESS) {
        lock.dprAcquire();
        done(frame, NdisStatus.RESOURCES);
        lock.dprRelease();
        completeFinished();
      }
    }
  }

  /** MiniportProcessSGList: the frame is mapped, now or later. */
  private void mapped(ScatterGatherList map) {
    lock.dprAcquire();
    Packet packet = packets.build(map, ring.longestChain());
    boolean built = packet != Packet.NONE;
    if (!built || ring.submit(packet) == TxRing.Submit.FULL) {
      if (built) {
        Chain.giveBack(packet);
      }
      dma.free(map);
      done(map.frame(), NdisStatus.RESOURCES);
    }
    lock.dprRelease();
    completeFinished();
  }

  // end::send[]

  // tag::complete[]
  /** In the DPC: frames that the device has sent. */
  void complete() {
    lock.dprAcquire();
    ring.complete(Integer.MAX_VALUE, packet -> takeBack(packet, NdisStatus.SUCCESS));
    lock.dprRelease();
    completeFinished();
  }

  /** Sent, or taken out of a ring that was stopped. */
  void takeBack(Packet packet, NdisStatus status) {
    ScatterGatherList map = (ScatterGatherList) packet.attachment();
    Chain.giveBack(packet);
    dma.free(map); // first unmapped, then completed
    done(map.frame(), status);
  }

  private void done(NetBuffer frame, NdisStatus status) {
    NetBufferList list = frame.list();
    if (status != NdisStatus.SUCCESS) {
      list.status(status);
    }
    if (list.oneDone()) {
      finished.add(list);
    }
  }

  /** Without the lock: the protocol may send from inside. */
  void completeFinished() {
    if (!finished.isEmpty()) {
      adapter.ndisMSendNetBufferListsComplete(finished.takeAll());
    }
  }

  // end::complete[]

  /** At PASSIVE_LEVEL, with nothing in flight. */
  void free() {
    dma.deregister();
  }
}
