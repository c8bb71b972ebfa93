package org.ringbook.adapters.freebsd.iflib;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/**
 * The driver under iflib. It keeps no mbuf, no map, no lock and no task: every method
 * is an answer to a question.
 *
 * <p>The core's ring pays for each received buffer at once, so it needs more buffers
 * than it has descriptors: the free list is twice as long as the ring.
 */
public final class IflibNic implements DeviceMethods, TxRx {
  private static final int SEGMENTS = 32;

  private final Kernel kernel;
  private final Iflib iflib;
  private final Card card;
  private final IflibDma rings;
  private final List<IflibQueue> queues = new ArrayList<>();
  private PortSettings settings;
  private Port port;

  /** A driver for a card, not yet registered. */
  public IflibNic(Kernel kernel, Iflib iflib, Card card, PortSettings wanted) {
    this.kernel = kernel;
    this.iflib = iflib;
    this.card = card;
    this.rings = new IflibDma(kernel);
    int size = Integer.highestOneBit(wanted.ringSize());
    settings =
        new PortSettings(
            wanted.queues(), size, wanted.mtu(), wanted.features(), wanted.rssKey());
  }

  @Override
  public void attachPre(SoftcContext context) {
    int size = settings.ringSize();
    context.queues(settings.queues(), size, 2 * size);
    context.txSegments(Math.min(SEGMENTS, size / 2));
    context.txrx(this);
  }

  @Override
  public void queuesAlloc() {
    for (int q = 0; q < settings.queues(); q++) {
      int size = settings.ringSize();
      queues.add(new IflibQueue(q, size, 2 * size));
    }
    port =
        card.ports()
            .open(card.registers(), rings, q -> queues.get(q).source(), settings);
    queues.forEach(queue -> queue.open(port));
    stop();
  }

  @Override
  public void msixIntrAssign() {
    for (int v = 0; v < port.vectors(); v++) {
      int vector = v;
      boolean ofQueue = vector < queues.size();
      iflib.irqAllocGeneric(ofQueue ? vector : -1, () -> filter(vector, ofQueue));
    }
  }

  private Interrupt.Filtered filter(int vector, boolean ofQueue) {
    int causes = port.causes(vector);
    if (causes == 0) {
      return Interrupt.Filtered.STRAY;
    }
    if ((causes & Port.LINK) != 0) {
      iflib.adminIntrDeferred();
    }
    if (ofQueue) {
      port.mask(vector);
      return Interrupt.Filtered.SCHEDULE_THREAD;
    }
    port.unmask(vector);
    return Interrupt.Filtered.HANDLED;
  }

  @Override
  public void init() {
    port.start(settings);
  }

  @Override
  public void stop() {
    port.stop(Chain::giveBack);
    queues.forEach(IflibQueue::stopped);
  }

  @Override
  public void intrEnable() {
    for (int vector = 0; vector < port.vectors(); vector++) {
      port.unmask(vector);
    }
  }

  @Override
  public void intrDisable() {
    for (int vector = 0; vector < port.vectors(); vector++) {
      port.mask(vector);
    }
  }

  @Override
  public int rxQueueIntrEnable(int queue) {
    port.unmask(queue);
    return 0;
  }

  @Override
  public int mtuSet(int bytes) {
    settings = settings.withMtu(bytes);
    return 0;
  }

  @Override
  public void updateAdminStatus() {
    iflib.linkStateChange(port.linkUp());
  }

  @Override
  public void detach() {
    port.close();
    rings.releaseAll();
  }

  @Override
  public int txdEncap(PacketInfo packet) {
    return queues.get(packet.queue()).encap(packet, settings.ringSize());
  }

  @Override
  public void txdFlush(int queue, int pidx) {
    queues.get(queue).flush();
  }

  @Override
  public int txdCreditsUpdate(int queue, boolean clear) {
    return queues.get(queue).credits(clear);
  }

  @Override
  public int rxdAvailable(int queue, int index, int budget) {
    return queues.get(queue).available(budget);
  }

  @Override
  public int rxdPktGet(ReceiveInfo packet) {
    return queues.get(packet.queue()).get(packet);
  }

  @Override
  public void rxdRefill(Refill buffers) {
    queues.get(buffers.queue()).source().add(buffers);
  }

  @Override
  public void rxdFlush(int queue, int freeList, int pidx) {
    queues.get(queue).post();
  }

  /** {@code iflib_add_int_delay_sysctl}: microseconds between interrupts. */
  void moderate(int microseconds) {
    kernel.call("sysctl_handle_int");
    for (int vector = 0; vector < port.vectors(); vector++) {
      port.moderate(vector, microseconds * 1000);
    }
  }

  Port port() {
    return port;
  }

  int packetsOut() {
    return queues.stream().mapToInt(IflibQueue::packetsOut).sum();
  }
}
