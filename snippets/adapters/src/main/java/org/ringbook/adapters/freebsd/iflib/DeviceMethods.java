package org.ringbook.adapters.freebsd.iflib;

/** What iflib asks of a driver beside packets: net/ifdi_if.m, iflibdd(9). */
public interface DeviceMethods {

  /** {@code IFDI_ATTACH_PRE}: says what the device has. */
  void attachPre(SoftcContext context);

  /** {@code IFDI_TX_QUEUES_ALLOC} and {@code IFDI_RX_QUEUES_ALLOC}. */
  void queuesAlloc();

  /** {@code IFDI_MSIX_INTR_ASSIGN}: asks iflib for interrupts. */
  void msixIntrAssign();

  /** {@code IFDI_INIT}: brings the device up; interrupts stay off. */
  void init();

  /** {@code IFDI_STOP}: the device touches no memory any more. */
  void stop();

  /** {@code IFDI_INTR_ENABLE}. */
  void intrEnable();

  /** {@code IFDI_INTR_DISABLE}. */
  void intrDisable();

  /** {@code IFDI_RX_QUEUE_INTR_ENABLE}: lets a queue interrupt again; 0 or an error. */
  int rxQueueIntrEnable(int queue);

  /** {@code IFDI_MTU_SET}, stopped: 0, or an error. */
  int mtuSet(int bytes);

  /** {@code IFDI_UPDATE_ADMIN_STATUS}: looks at the link. */
  void updateAdminStatus();

  /** {@code IFDI_DETACH} and {@code IFDI_QUEUES_FREE}. */
  void detach();
}
