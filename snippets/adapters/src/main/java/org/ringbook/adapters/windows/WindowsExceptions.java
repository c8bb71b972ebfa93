package org.ringbook.adapters.windows;

import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.PortingException;

/** What this miniport does not offer. */
public final class WindowsExceptions {
  private WindowsExceptions() {}

  /** Merging is the adapter's part in NDIS, and neither adapter here can. */
  @PortingException(
      os = WindowsHost.OS,
      feature = Capability.RECEIVE_MERGE,
      error = "NDIS_STATUS_NOT_SUPPORTED",
      reason =
          "Receive segment coalescing is done by hardware that reports it in"
              + " NDIS_TCP_RECV_SEG_COALESCE_OFFLOAD; the 8254x has none.",
      instead = "TCP/IP takes the segments one by one, a chain of lists at a time.",
      source = "WDK, NDIS_TCP_RECV_SEG_COALESCE_OFFLOAD")
  static int receiveSegmentCoalescing() {
    return NdisStatus.NOT_SUPPORTED.code();
  }

  /** NDIS itself has no hook for programs before the stack. */
  @PortingException(
      os = WindowsHost.OS,
      feature = Capability.XDP,
      error = "NDIS_STATUS_NOT_SUPPORTED",
      reason = "Windows ships without XDP; it comes as a filter driver of its own.",
      instead = "A lightweight filter driver sees lists before protocols do.",
      source = "WDK, NDIS Filter Drivers")
  static int xdp() {
    return NdisStatus.NOT_SUPPORTED.code();
  }

  /** Stamps come with NDIS 6.82 and hardware for them. */
  @PortingException(
      os = WindowsHost.OS,
      feature = Capability.TIMESTAMPS,
      error = "NDIS_STATUS_NOT_SUPPORTED",
      reason = "OID_TIMESTAMP_CAPABILITY wants a device clock; the 8254x has none.",
      instead = "A protocol takes the time when it gets the list.",
      source = "WDK, NDIS_TIMESTAMP_CAPABILITIES")
  static int timestamps() {
    return NdisStatus.NOT_SUPPORTED.code();
  }
}
