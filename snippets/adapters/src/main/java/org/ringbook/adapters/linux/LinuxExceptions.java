package org.ringbook.adapters.linux;

import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.PortingException;

/**
 * What this driver does not offer on Linux. The kernel asks through these
 * operations, and hands their answer to user space; leaving them out has it answer
 * the same.
 */
public final class LinuxExceptions {
  private LinuxExceptions() {}

  /** {@code net_device_ops.ndo_bpf}: attaches or detaches an XDP program. */
  @PortingException(
      os = "Linux",
      feature = Capability.XDP,
      error = "EOPNOTSUPP",
      reason = "The core hands frames up with no step before; it knows no programs.",
      instead = "Generic XDP (xdpgeneric) runs the program after the skb is made.",
      source = "include/linux/netdevice.h ndo_bpf; net/core/dev.c generic XDP")
  static int ndoBpf(Object dev, Object bpf) {
    return -Errno.EOPNOTSUPP;
  }

  /** {@code net_device_ops.ndo_hwtstamp_set}: has the device stamp frames. */
  @PortingException(
      os = "Linux",
      feature = Capability.TIMESTAMPS,
      error = "EOPNOTSUPP",
      reason = "The 82540EM has no clock to stamp by, and the core uses none.",
      instead = "Software stamps: SOF_TIMESTAMPING_RX_SOFTWARE and TX_SOFTWARE.",
      source = "Documentation/networking/timestamping.rst")
  static int ndoHwtstampSet(Object dev, Object config, Object extack) {
    return -Errno.EOPNOTSUPP;
  }
}
