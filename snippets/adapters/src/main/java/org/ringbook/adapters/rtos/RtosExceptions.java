package org.ringbook.adapters.rtos;

import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.PortingException;

/**
 * What this driver does not offer: all that needs memory or time without a bound.
 */
public final class RtosExceptions {
  private static final String ERROR = "RTOS_NOT_SUPPORTED";

  private RtosExceptions() {}

  /** The stack writes tags itself. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.VLAN,
      error = ERROR,
      reason = "A small stack writes and reads the tag in the frame, by a hook.",
      instead = "The four bytes are part of the frame, both ways.",
      source = "lwIP, ETHARP_SUPPORT_VLAN")
  static int vlanOffload() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** A frame to be segmented is longer than any buffer of a static pool. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.TSO4,
      error = ERROR,
      reason = "TCP makes segments of TCP_MSS bytes and knows of no offload.",
      instead = "The checksums of each segment are still the device's work.",
      source = "lwIP, TCP_MSS")
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.TSO6,
      error = ERROR,
      reason = "TCP makes segments of TCP_MSS bytes and knows of no offload.",
      instead = "The checksums of each segment are still the device's work.",
      source = "lwIP, TCP_MSS")
  static int segmentation() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** One task has the device. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.RSS,
      error = ERROR,
      reason = "One task owns the device, on one processor.",
      instead = "One queue; priorities order the work.",
      source = "lwIP, Common pitfalls, Multiple Execution Contexts")
  static int receiveSideScaling() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** The pool's buffers are as large as they are. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.MTU_CHANGE,
      error = ERROR,
      reason = "The MTU sizes static pools, so it is set when the system is built.",
      instead = "Build with another MTU.",
      source = "FreeRTOSIPConfig.h, ipconfigNETWORK_MTU")
  static int mtu(int bytes) {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** Nothing is mapped while frames flow, so nothing can fail to be. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.MAPPING_FAILURE,
      error = ERROR,
      reason = "Pools are mapped once, before the system runs.",
      instead = "A set-up that fails stops the system before it starts.",
      source = "FreeRTOS, Static Vs Dynamic Memory Allocation")
  static int mapping() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** Merging waits for segments that may not come. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.RECEIVE_MERGE,
      error = ERROR,
      reason = "Merged frames are longer than any buffer; merging delays the first.",
      instead = "Segments reach TCP one by one.",
      source = "lwIP, PBUF_POOL_BUFSIZE")
  static int merge() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** Programs from outside have no bound that the kernel could check. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.XDP,
      error = ERROR,
      reason = "There is no one to load programs, and no time set aside for them.",
      instead = "Filters are compiled in, before the driver hands a frame up.",
      source = "FreeRTOS+TCP, eConsiderFrameForProcessing")
  static int xdp() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }

  /** The buffers have no field for it. */
  @PortingException(
      os = RtosHost.OS,
      feature = Capability.TIMESTAMPS,
      error = ERROR,
      reason = "Buffers carry no time, and the 8254x has no clock.",
      instead = "The task takes the tick count when it gets a frame.",
      source = "FreeRTOS Reference Manual, xTaskGetTickCount")
  static int timestamps() {
    return Rtos.RTOS_NOT_SUPPORTED;
  }
}
