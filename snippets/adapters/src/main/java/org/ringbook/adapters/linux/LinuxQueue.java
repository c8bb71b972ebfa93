package org.ringbook.adapters.linux;

import java.util.Map;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.port.Port;

/**
 * A pair of rings with what serves it: a NAPI instance and an interrupt vector
 * ({@code q_vector} in Intel's drivers).
 */
final class LinuxQueue {
  private final LinuxKernel kernel;
  private final int index;
  private final NetdevQueue txQueue;
  private final LinuxTx tx;
  private final RxBuffers buffers;
  private final LinuxRx rx;
  private final Napi napi;
  private final Runnable retry;
  private Port port;

  LinuxQueue(LinuxKernel kernel, NetDevice dev, int index, int ringSize) {
    this.kernel = kernel;
    this.index = index;
    this.txQueue = dev.netdevGetTxQueue(index);
    this.tx = new LinuxTx(kernel, txQueue, ringSize + LinuxTx.DESC_NEEDED);
    this.buffers = new RxBuffers(kernel, 2 * ringSize);
    this.rx = new LinuxRx(kernel, buffers, index);
    this.napi = dev.netifNapiAdd(this::poll);
    this.retry = this::schedule;
  }

  PacketSource buffers() {
    return buffers;
  }

  /** After the port was started. */
  void up(Port started) {
    port = started;
    tx.use(port.tx(index));
    napi.napiEnable();
    watch();
  }

  /** Before the port is stopped: no poll comes any more. */
  void down() {
    kernel.work().cancelDelayedWorkSync(retry);
    napi.napiDisable();
  }

  /** After the port was stopped. */
  void stopped() {
    txQueue.netdevTxResetQueue();
    buffers.drain();
  }

  // tag::poll[]
  private int poll(int budget) {
    tx.clean(budget);
    int work = budget == 0 ? 0 : receive(budget);
    if (work < budget && napi.napiCompleteDone(work)) {
      port.unmask(vector());
    }
    return work;
  }

  // end::poll[]

  private int receive(int budget) {
    int work = port.rx(index).poll(budget, frame -> rx.receive(napi, frame));
    watch();
    return work;
  }

  /** An empty ring raises no interrupt: nobody would ever fill it again. */
  private void watch() {
    if (port.rx(index).postedBuffers() == 0) {
      kernel.work().scheduleDelayedWork(retry);
    }
  }

  /** Queues share the vector of a device that has one only. */
  private int vector() {
    return port.vectors() == 1 ? 0 : index;
  }

  void schedule() {
    napi.napiSchedule();
  }

  NetdevTx xmit(SkBuff skb) {
    return tx.xmit(skb);
  }

  LinuxTx tx() {
    return tx;
  }

  /** Adds to the counters of {@code struct rtnl_link_stats64}. */
  void count(Map<String, Long> counters) {
    counters.merge("rx_packets", rx.packets(), Long::sum);
    counters.merge("rx_bytes", rx.bytes(), Long::sum);
    counters.merge("rx_dropped", rx.dropped(), Long::sum);
    counters.merge("tx_packets", tx.packets(), Long::sum);
    counters.merge("tx_bytes", tx.bytes(), Long::sum);
    counters.merge("tx_dropped", tx.dropped(), Long::sum);
  }

  /** Adds to the counters of the driver's own. */
  void countFailures(Map<String, Long> counters) {
    counters.merge("alloc_rx_buff_failed", buffers.failed(), Long::sum);
  }

  void remove(NetDevice dev) {
    dev.netifNapiDel(napi);
  }

  int outstanding() {
    return tx.outstanding() + buffers.outstanding();
  }
}
