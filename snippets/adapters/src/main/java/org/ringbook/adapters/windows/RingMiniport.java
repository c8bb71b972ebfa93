package org.ringbook.adapters.windows;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The miniport: life cycle here, frames in {@link SendPath} and {@link ReceivePath}.
 *
 * <p>A pause takes frames back from the device, so it never waits for a cable; it
 * waits for the protocol alone, which may keep received lists as long as it likes.
 */
public final class RingMiniport implements MiniportDriver {
  private static final int ETHER_HEADER = 14;
  private static final int BUFFERS_EACH_DESCRIPTOR = 2;

  private final Card card;
  private final PortSettings wanted;
  private final MiniportStatistics statistics = new MiniportStatistics();
  private MiniportAdapter adapter;
  private NetBufferListPool pool;
  private ScatterGatherDma dma;
  private Queues queues;
  private Port port;
  private InterruptPath interrupts;
  private OidHandler oids;
  private boolean running;
  private boolean pausing;
  private boolean stopped;
  private boolean filtered;

  /** A driver for a card; {@code wanted} is what its INF file would say. */
  public RingMiniport(Card card, PortSettings wanted) {
    this.card = card;
    this.wanted = wanted;
  }

  @Override
  public NdisStatus initialize(MiniportAdapter miniportAdapter) {
    adapter = miniportAdapter;
    adapter.ndisMSetMiniportAttributes();
    PortSettings settings = configured();
    Processor processor = adapter.processor();
    pool = new NetBufferListPool(processor);
    dma = new ScatterGatherDma(processor, adapter.iommu(), this::processSgList);
    int buffers = settings.ringSize() * BUFFERS_EACH_DESCRIPTOR;
    SharedMemory memory = adapter.sharedMemory();
    queues = new Queues(memory, pool, settings.queues(), buffers);
    try {
      port = card.ports().open(card.registers(), memory, queues::buffers, settings);
    } catch (IllegalArgumentException | IllegalStateException e) {
      freeMemory();
      return NdisStatus.FAILURE;
    }
    queues.connect(adapter, port, dma, statistics);
    stopped = false;
    interrupts = new InterruptPath(adapter, port, queues);
    Consumer<Boolean> scaling = this::receiveScale;
    oids = new OidHandler(adapter, port, queues, statistics, this::filter, scaling);
    adapter.interrupts().register(interrupts);
    return NdisStatus.SUCCESS;
  }

  private PortSettings configured() {
    int frame =
        adapter
            .configuration()
            .read(AdapterConfiguration.JUMBO_PACKET, wanted.mtu() + ETHER_HEADER);
    return wanted.withMtu(frame - ETHER_HEADER);
  }

  private void processSgList(ScatterGatherList list) {
    queues.sendFor(list.frame().list()).processSgList(list);
  }

  @Override
  public NdisStatus restart() {
    if (stopped) {
      port.start(port.settings());
      stopped = false;
    }
    running = true;
    queues.flow(filtered);
    adapter.ndisMIndicateStatusEx(port.linkUp());
    interrupts.unmaskAll();
    return NdisStatus.SUCCESS;
  }

  @Override
  public NdisStatus pause() {
    running = false;
    queues.flow(false);
    stopDevice();
    if (queues.sum(ReceivePath::lent, send -> 0) > 0) {
      pausing = true;
      return NdisStatus.PENDING;
    }
    return NdisStatus.SUCCESS;
  }

  private void stopDevice() {
    Irql before = adapter.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
    interrupts.maskAll();
    port.stop(queues::aborted);
    stopped = true;
    for (int i = 0; i < queues.count(); i++) {
      queues.send(i).abortWaiting();
      queues.send(i).completeLists();
    }
    adapter.processor().keLowerIrql(before);
  }

  @Override
  public void halt() {
    adapter.interrupts().deregister();
    port.close();
    dma.deregister();
    freeMemory();
  }

  private void freeMemory() {
    if (dma.isRegistered()) {
      dma.deregister();
    }
    queues.free();
    pool.freePool();
    adapter.sharedMemory().freeAll();
  }

  @Override
  public void sendNetBufferLists(NetBufferList chain) {
    Irql before = adapter.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
    NetBufferList next;
    for (NetBufferList at = chain; at != null; at = next) {
      next = at.next();
      at.next(null);
      if (running) {
        SendPath path = queues.sendFor(at);
        path.send(at);
        path.completeLists();
      } else {
        at.status(NdisStatus.PAUSED);
        adapter.ndisMSendNetBufferListsComplete(at);
      }
    }
    adapter.processor().keLowerIrql(before);
  }

  @Override
  public void returnNetBufferLists(NetBufferList chain) {
    NetBufferList next;
    for (NetBufferList at = chain; at != null; at = next) {
      next = at.next();
      queues.receive(at.queue()).giveBack(at);
    }
    if (pausing && queues.sum(ReceivePath::lent, send -> 0) == 0) {
      pausing = false;
      adapter.ndisMPauseComplete();
    }
  }

  @Override
  public NdisStatus oidRequest(OidRequest request) {
    return oids.handle(request);
  }

  private void filter(boolean any) {
    filtered = any;
    queues.flow(any && running);
  }

  private void receiveScale(boolean on) {
    PortSettings before = port.settings();
    Set<Feature> features = new HashSet<>(before.features());
    if (on && port.features().contains(Feature.RSS)) {
      features.add(Feature.RSS);
    } else {
      features.remove(Feature.RSS);
    }
    stopDevice();
    port.start(before.withFeatures(features));
    stopped = false;
    interrupts.unmaskAll();
  }

  @Override
  public NdisStatus reset() {
    stopDevice();
    if (running) {
      restart();
    }
    return NdisStatus.SUCCESS;
  }

  /** Frames' packets in use: posted, lent, or being sent. */
  int packets() {
    return adapter.state() == AdapterState.HALTED
        ? 0
        : queues.sum(ReceivePath::outstanding, SendPath::packets);
  }

  /** The mapping service. */
  ScatterGatherDma dma() {
    return dma;
  }

  /** The driver's lists. */
  NetBufferListPool pool() {
    return pool;
  }

  /** The open port. */
  Port port() {
    return port;
  }
}
