package org.ringbook.adapters.windows;

import java.util.Set;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The least that a miniport over the core can be: one queue, one lock, one OID, no
 * offload, and still every rule kept. What it lacks is in {@link RingMiniport}.
 */
public final class MinimalMiniport implements MiniportDriver, InterruptHandlers {
  private static final int RING = 16;
  private static final int BUFFERS = 2 * RING;

  private final Card card;
  private final ListQueue ready = new ListQueue();
  private MiniportAdapter adapter;
  private SpinLock lock;
  private NetBufferListPool pool;
  private ReceiveBuffers buffers;
  private MinimalSends sends;
  private Port port;
  private boolean stopped;
  private boolean running;
  private boolean filtered;
  private boolean pausing;
  private int lent;

  /** A driver for a card. */
  public MinimalMiniport(Card card) {
    this.card = card;
  }

  // tag::initialize[]
  @Override
  public NdisStatus initialize(MiniportAdapter miniportAdapter) {
    adapter = miniportAdapter;
    adapter.ndisMSetMiniportAttributes(); // before anything is asked for
    lock = new SpinLock(adapter.processor());
    pool = new NetBufferListPool(adapter.processor());
    SharedMemory shared = adapter.sharedMemory();
    buffers = new ReceiveBuffers(shared, pool, BUFFERS);
    sends = new MinimalSends(adapter, lock, RING);
    Set<Feature> features = Set.of(Feature.SCATTER_GATHER);
    PortSettings settings = PortSettings.plain(RING).withFeatures(features);
    port = card.ports().open(card.registers(), shared, q -> buffers, settings);
    stopped = false;
    sends.use(port.tx(0));
    adapter.interrupts().register(this); // last: it may come at once
    return NdisStatus.SUCCESS;
  }

  @Override
  public void halt() {
    adapter.interrupts().deregister();
    port.close();
    sends.free();
    buffers.free();
    pool.freePool();
    adapter.sharedMemory().freeAll();
  }

  // end::initialize[]

  // tag::pause[]
  @Override
  public NdisStatus restart() {
    if (stopped) {
      port.start(port.settings());
      sends.use(port.tx(0));
      stopped = false;
    }
    running = true;
    adapter.ndisMIndicateStatusEx(port.linkUp());
    port.unmask(0);
    return NdisStatus.SUCCESS;
  }

  @Override
  public NdisStatus pause() {
    running = false;
    Irql before = adapter.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
    port.mask(0);
    lock.dprAcquire();
    port.stop(packet -> sends.takeBack(packet, NdisStatus.SEND_ABORTED));
    stopped = true;
    boolean waits = lent > 0;
    pausing = waits; // the last return will complete it
    lock.dprRelease();
    sends.completeFinished();
    adapter.processor().keLowerIrql(before);
    return waits ? NdisStatus.PENDING : NdisStatus.SUCCESS;
  }

  // end::pause[]

  @Override
  public void sendNetBufferLists(NetBufferList chain) {
    Irql before = adapter.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
    NetBufferList next;
    for (NetBufferList list = chain; list != null; list = next) {
      next = list.next();
      list.next(null);
      if (running) {
        sends.send(list);
      } else {
        list.status(NdisStatus.PAUSED);
        adapter.ndisMSendNetBufferListsComplete(list);
      }
    }
    adapter.processor().keLowerIrql(before);
  }

  // tag::interrupt[]
  @Override
  public boolean interrupt(int message) {
    if (port.causes(0) == 0) {
      return false; // another device on the line
    }
    port.mask(0);
    return true; // NDIS queues the DPC
  }

  @Override
  public void dpc(int message) {
    if (!running) {
      return; // restart will unmask
    }
    sends.complete();
    lock.dprAcquire();
    int done = port.rx(0).poll(RING, this::received);
    int count = ready.count();
    lent += count;
    NetBufferList chain = ready.takeAll();
    lock.dprRelease();
    if (count > 0) {
      adapter.ndisMIndicateReceiveNetBufferLists(chain, count, 0);
    }
    if (done == RING) {
      adapter.interrupts().queueDpc(message);
    } else {
      port.unmask(0);
    }
  }

  private void received(Packet packet) {
    if (running && filtered) {
      ready.add(buffers.list(packet));
    } else {
      buffers.release(packet);
    }
  }

  // end::interrupt[]

  // tag::return[]
  @Override
  public void returnNetBufferLists(NetBufferList chain) {
    lock.acquire();
    NetBufferList next;
    for (NetBufferList list = chain; list != null; list = next) {
      next = list.next();
      list.next(null);
      buffers.release((Packet) list.reserved());
      list.reserved(null);
      lent--;
    }
    if (running) {
      port.rx(0).refill();
    }
    boolean paused = pausing && lent == 0;
    pausing &= !paused;
    lock.release();
    if (paused) {
      adapter.ndisMPauseComplete();
    }
  }

  // end::return[]

  @Override
  public NdisStatus oidRequest(OidRequest request) {
    if (request.set() && request.oid() == Oid.OID_GEN_CURRENT_PACKET_FILTER) {
      filtered = request.information().get("PacketFilter") != 0;
      return NdisStatus.SUCCESS;
    }
    return NdisStatus.NOT_SUPPORTED;
  }

  @Override
  public NdisStatus reset() {
    if (running) {
      NdisStatus unused = pause();
      pausing = false;
      return restart();
    }
    return NdisStatus.SUCCESS;
  }
}
