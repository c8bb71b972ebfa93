package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.LinuxRule.BQL_COMPLETES_WHAT_WAS_SENT;

/**
 * A transmit queue of a device ({@code struct netdev_queue}): whether the stack may
 * send, for the driver (ring full) and for byte queue limits (latency).
 *
 * <p>Byte queue limits (BQL): the driver reports bytes given to the device and bytes
 * sent. The kernel stops the queue while more are in flight than it finds useful;
 * the limit here is fixed, as an administrator fixes it in {@code
 * byte_queue_limits/limit_min} and {@code limit_max}.
 */
public final class NetdevQueue {
  /** Bytes in flight at which the stack pauses: fewer than fill a large ring. */
  public static final int LIMIT = 128 * 1024;

  private final LinuxKernel kernel;
  private boolean stoppedByDriver = true;
  private boolean stoppedByLimit;
  private long queued;
  private long completed;

  NetdevQueue(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** {@code netif_tx_stop_queue}. */
  public void netifTxStopQueue() {
    kernel.call("netif_tx_stop_queue");
    stoppedByDriver = true;
  }

  /** {@code netif_tx_start_queue}: at open, when nothing can wait yet. */
  public void netifTxStartQueue() {
    kernel.call("netif_tx_start_queue");
    stoppedByDriver = false;
  }

  /** {@code netif_tx_wake_queue}: and have the stack send what waits. */
  public void netifTxWakeQueue() {
    kernel.call("netif_tx_wake_queue");
    stoppedByDriver = false;
  }

  /** {@code netif_tx_queue_stopped}: whether the driver stopped it. */
  public boolean netifTxQueueStopped() {
    return stoppedByDriver;
  }

  /** {@code netif_xmit_stopped}: whether the stack may not send. */
  public boolean netifXmitStopped() {
    return stoppedByDriver || stoppedByLimit;
  }

  /** {@code netdev_tx_sent_queue}: bytes that the device was given. */
  public void netdevTxSentQueue(int bytes) {
    kernel.call("netdev_tx_sent_queue");
    queued += bytes;
    stoppedByLimit = queued - completed > LIMIT;
  }

  /** {@code netdev_tx_completed_queue}: what the device has sent. */
  public void netdevTxCompletedQueue(int packets, long bytes) {
    kernel.call("netdev_tx_completed_queue");
    BQL_COMPLETES_WHAT_WAS_SENT.require(
        bytes <= queued - completed,
        "%d packets, %d bytes of %d".formatted(packets, bytes, queued - completed));
    completed += bytes;
    stoppedByLimit = queued - completed > LIMIT;
  }

  /** {@code netdev_tx_reset_queue}: the ring was emptied. */
  public void netdevTxResetQueue() {
    kernel.call("netdev_tx_reset_queue");
    queued = 0;
    completed = 0;
    stoppedByLimit = false;
  }

  long inFlight() {
    return queued - completed;
  }
}
