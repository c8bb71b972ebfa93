package org.ringbook.adapters.freebsd.iflib;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.MbufChains;
import org.ringbook.adapters.freebsd.Mbufs;

/** The library between the stack and one driver ({@code if_ctx_t}, net/iflib.c). */
public final class Iflib {
  private final Kernel kernel;
  private final Mbufs mbufs;
  private final MbufChains chains;
  private final Ifnet ifp;
  private final SoftcContext context = new SoftcContext();
  private final List<TxQueueSet> tx = new ArrayList<>();
  private final List<RxQueueSet> rx = new ArrayList<>();
  private final List<QueueTask> tasks = new ArrayList<>();
  private final Vectors interrupts;
  private DeviceMethods driver;
  private boolean adminDeferred;

  /** A library that has no driver yet. */
  public Iflib(Kernel kernel, Mbufs mbufs) {
    this.kernel = kernel;
    this.mbufs = mbufs;
    chains = new MbufChains(kernel, mbufs);
    ifp = new Ifnet(kernel, mbufs);
    interrupts = new Vectors(kernel);
  }

  /** {@code iflib_device_register}: attaches the driver, and brings it up. */
  public void deviceRegister(DeviceMethods methods) {
    kernel.callThatSleeps("iflib_device_register");
    driver = methods;
    ifdi("IFDI_ATTACH_PRE", () -> driver.attachPre(context));
    context.check();
    kernel.call("IFDI_TX_QUEUES_ALLOC");
    ifdi("IFDI_RX_QUEUES_ALLOC", driver::queuesAlloc);
    for (int q = 0; q < context.queueSets(); q++) {
      tx.add(new TxQueueSet(this, q));
      rx.add(new RxQueueSet(this, q));
      tasks.add(new QueueTask(this, q));
    }
    ifdi("IFDI_MSIX_INTR_ASSIGN", driver::msixIntrAssign);
    ifp.setTransmit(this::transmit);
    ifp.setMtuHandler(this::setMtu);
    ifp.etherIfattach();
    kernel.call("IFDI_ATTACH_POST");
    init();
    updateAdminStatus();
  }

  private void ifdi(String method, Runnable call) {
    kernel.call(method);
    call.run();
  }

  /** {@code iflib_init_locked}. */
  private void init() {
    ifdi("IFDI_INTR_DISABLE", driver::intrDisable);
    ifdi("IFDI_INIT", driver::init);
    rx.forEach(RxQueueSet::refill);
    ifp.setRunning(true);
    ifdi("IFDI_INTR_ENABLE", driver::intrEnable);
    tasks.forEach(QueueTask::enqueue);
  }

  /** {@code iflib_stop}: the driver stops the device, then the mbufs are freed. */
  private void stop() {
    ifp.setRunning(false);
    ifdi("IFDI_INTR_DISABLE", driver::intrDisable);
    ifdi("IFDI_STOP", driver::stop);
    tx.forEach(TxQueueSet::stop);
    rx.forEach(RxQueueSet::stop);
  }

  private int transmit(Mbuf packet) {
    return tx.get(packet.header().queue(tx.size())).transmit(packet);
  }

  private int setMtu(int bytes) {
    if (bytes < 68 || bytes > Ifnet.MAX_MTU) {
      return Errno.EINVAL;
    }
    stop();
    kernel.call("IFDI_MTU_SET");
    int error = driver.mtuSet(bytes);
    init();
    return error;
  }

  /** {@code iflib_request_reset}: the watchdog found a queue stuck. */
  public void requestReset() {
    kernel.call("iflib_request_reset");
    stop();
    init();
  }

  /**
   * {@code iflib_irq_alloc_generic}: an interrupt for a queue.
   *
   * @param queue whose task runs if the filter asks for it, or -1: none (IFLIB_INTR_ADMIN)
   * @param filter runs first
   */
  public void irqAllocGeneric(int queue, Supplier<Interrupt.Filtered> filter) {
    kernel.callThatSleeps("iflib_irq_alloc_generic");
    interrupts.add(queue < 0 ? null : tasks.get(queue), filter);
  }

  /** {@code iflib_admin_intr_deferred}: IFDI_UPDATE_ADMIN_STATUS will be called. */
  public void adminIntrDeferred() {
    kernel.call("iflib_admin_intr_deferred");
    adminDeferred = true;
  }

  /** {@code iflib_link_state_change}. */
  public void linkStateChange(boolean up) {
    kernel.call("iflib_link_state_change");
    boolean filter = kernel.context() == Kernel.Context.FILTER;
    Rule.ADMIN_DEFERRED.require(!filter, "in a filter");
    ifp.linkStateChange(up);
  }

  private void updateAdminStatus() {
    adminDeferred = false;
    ifdi("IFDI_UPDATE_ADMIN_STATUS", driver::updateAdminStatus);
  }

  /** Runs one task of each queue, and the admin task. */
  boolean runTasks() {
    boolean any = adminDeferred;
    if (adminDeferred) {
      kernel.run(Kernel.Context.TASK, false, this::updateAdminStatus);
    }
    for (QueueTask task : tasks) {
      any |= task.run();
    }
    return any;
  }

  /** {@code iflib_device_deregister}: detaches the driver. */
  public void deviceDeregister() {
    kernel.callThatSleeps("iflib_device_deregister");
    ifp.etherIfdetach();
    stop();
    interrupts.free();
    tasks.forEach(QueueTask::free);
    tx.forEach(TxQueueSet::destroy);
    rx.forEach(RxQueueSet::destroy);
    kernel.call("IFDI_QUEUES_FREE");
    ifdi("IFDI_DETACH", driver::detach);
    ifp.free();
  }

  /** Lets the time of {@code iflib_timer} come. */
  void tick() {
    kernel.run(Kernel.Context.ITHREAD, false, () -> rx.forEach(RxQueueSet::tick));
  }

  void deliver(int vector) {
    interrupts.deliver(vector);
  }

  TxQueueSet tx(int queue) {
    return tx.get(queue);
  }

  RxQueueSet rx(int queue) {
    return rx.get(queue);
  }

  boolean isStalled() {
    return tx.stream().anyMatch(TxQueueSet::isStalled);
  }

  DeviceMethods driver() {
    return driver;
  }

  SoftcContext context() {
    return context;
  }

  Kernel kernel() {
    return kernel;
  }

  Mbufs mbufs() {
    return mbufs;
  }

  MbufChains chains() {
    return chains;
  }

  /** {@code iflib_get_ifp}. */
  public Ifnet ifp() {
    return ifp;
  }
}
