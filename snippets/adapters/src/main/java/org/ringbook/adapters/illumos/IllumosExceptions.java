package org.ringbook.adapters.illumos;

import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.PortingException;

/** What this driver does not offer, and the MAC layer has no way to ask for. */
public final class IllumosExceptions {
  private static final int ENOTSUP = 48;

  private IllumosExceptions() {}

  /** The tag is part of the frame, both ways. */
  @PortingException(
      os = IllumosHost.OS,
      feature = Capability.VLAN,
      error = "ENOTSUP",
      reason = "The MAC layer puts the tag into the frame and looks for it there.",
      instead = "Frames keep their tag; mac_hcksum_get counts from the IP header.",
      source = "Writing Device Drivers, GLDv3 Data Paths, Virtual LAN")
  static int vlanOffload() {
    return ENOTSUP;
  }

  /** No capability of mac_capab_t stands for it. */
  @PortingException(
      os = IllumosHost.OS,
      feature = Capability.RECEIVE_MERGE,
      error = "ENOTSUP",
      reason = "mac_capab_t has no receive offload that merges, nor has the stack.",
      instead = "Chains by b_next save the calls, if not the headers.",
      source = "mac_provider.h, mac_capab_t")
  static int largeReceive() {
    return ENOTSUP;
  }

  /** There is no hook. */
  @PortingException(
      os = IllumosHost.OS,
      feature = Capability.XDP,
      error = "ENOTSUP",
      reason = "Nothing runs between mac_rx_ring and the MAC clients.",
      instead = "Flows of flowadm(8) are classified by the MAC layer.",
      source = "mac(9F)")
  static int xdp() {
    return ENOTSUP;
  }

  /** Messages have no field for it. */
  @PortingException(
      os = IllumosHost.OS,
      feature = Capability.TIMESTAMPS,
      error = "ENOTSUP",
      reason = "Neither msgb nor mac_capab_t has a place for a device's time.",
      instead = "A client takes the time when it gets the message.",
      source = "msgb(9S), mac_provider.h")
  static int timestamps() {
    return ENOTSUP;
  }
}
