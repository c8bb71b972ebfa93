package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.SOFTIRQ;
import static org.ringbook.adapters.linux.LinuxRule.*;
import static org.ringbook.adapters.linux.NetdevTx.NETDEV_TX_BUSY;

/**
 * The stack's side of a device ({@code net/core/dev.c}): it calls the driver, and
 * checks what the driver did.
 */
final class NetCore {
  private NetCore() {}

  /** What became of a frame. */
  enum Xmit {
    SENT,
    BUSY,
    DROPPED
  }

  /** {@code dev_open}, under RTNL. */
  static int devOpen(LinuxKernel kernel, NetDevice dev) {
    kernel.sleeping("dev_open");
    dev.running(true);
    int error = dev.ops().ndoOpen();
    dev.running(error == 0);
    kernel.dma().requireChecked("ndo_open");
    return error;
  }

  /** {@code dev_close}, under RTNL. */
  static void devClose(LinuxKernel kernel, NetDevice dev) {
    kernel.sleeping("dev_close");
    if (!dev.netifRunning()) {
      return;
    }
    dev.running(false);
    dev.ops().ndoStop();
    for (Napi napi : dev.instances()) {
      STOP_DISABLES_NAPI.require(!napi.isEnabled(), "enabled after ndo_stop");
    }
    STOP_KEEPS_NO_SKB.require(!dev.holdsFrames(), "frames in flight");
    for (NetdevQueue queue : dev.queues()) {
      long bytes = queue.inFlight();
      BQL_RESET_WITH_RING.require(bytes == 0, bytes + " bytes in flight");
    }
  }

  /** {@code dev_set_mtu}: false if it was refused. */
  static boolean devSetMtu(LinuxKernel kernel, NetDevice dev, int bytes) {
    kernel.rtnlLock();
    kernel.sleeping("dev_set_mtu");
    boolean done = dev.allows(bytes) && dev.ops().ndoChangeMtu(bytes) == 0;
    kernel.rtnlUnlock();
    return done;
  }

  /**
   * {@code dev_direct_xmit}: sends past any queueing discipline, with bottom halves
   * off. A frame that was not taken is still the caller's.
   */
  static Xmit devDirectXmit(LinuxKernel kernel, NetDevice dev, SkBuff skb) {
    NetdevQueue queue = dev.netdevGetTxQueue(skb.rawFields().queueMapping);
    if (!dev.takesFrames() || queue.netifXmitStopped()) {
      return Xmit.BUSY;
    }
    NetdevTx[] result = new NetdevTx[1];
    kernel.in(SOFTIRQ, () -> result[0] = startXmit(kernel, dev, skb));
    if (result[0] == NETDEV_TX_BUSY) {
      return Xmit.BUSY;
    }
    return skb.wasDropped() ? Xmit.DROPPED : Xmit.SENT;
  }

  static NetdevTx startXmit(LinuxKernel kernel, NetDevice dev, SkBuff skb) {
    XMIT_NOT_AFTER_STOP.require(dev.takesFrames(), "the device is down");
    kernel.call("ndo_start_xmit");
    long shape = skb.shape();
    skb.toDriver();
    NetdevTx result = dev.ops().ndoStartXmit(skb);
    kernel.dma().requireChecked("ndo_start_xmit");
    if (result == NETDEV_TX_BUSY) {
      busy(skb, shape, dev.netdevGetTxQueue(skb.rawFields().queueMapping));
    } else {
      dev.track(skb);
    }
    return result;
  }

  private static void busy(SkBuff skb, long shape, NetdevQueue queue) {
    XMIT_BUSY_LEAVES_SKB.require(
        skb.isLive() && skb.shape() == shape, skb.isLive() ? "changed" : "freed");
    XMIT_BUSY_ONLY_WHEN_STOPPED.require(queue.netifXmitStopped(), "tried for ever");
    skb.toStack();
  }
}
