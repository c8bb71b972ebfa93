package org.ringbook.adapters.linux;

import java.util.Map;

/**
 * What a network driver answers to ({@code struct net_device_ops}). All but the
 * transmit call and the counters run under RTNL.
 */
public interface NetDeviceOps {

  /** Brings the device up; 0, or a negative error. */
  int ndoOpen();

  /** Brings the device down; it never fails. */
  int ndoStop();

  /**
   * Takes over a frame to send. It may not sleep, and it runs under the lock of the
   * queue. A frame that can't be sent is freed, and OK is returned all the same.
   */
  NetdevTx ndoStartXmit(SkBuff skb);

  /** Changes the MTU in bytes, already checked for range; 0, or a negative error. */
  int ndoChangeMtu(int mtu);

  /** A queue was stopped too long: recover. It may not sleep. */
  void ndoTxTimeout(int queue);

  /** Adds its counters ({@code struct rtnl_link_stats64}). */
  void ndoGetStats64(Map<String, Long> counters);

  /** {@code ethtool_ops.set_coalesce}: microseconds; 0, or a negative error. */
  int setCoalesce(int rxUsecs, int txUsecs);

  /** {@code ethtool_ops.get_ethtool_stats}: adds the driver's own counters. */
  void getEthtoolStats(Map<String, Long> counters);
}
