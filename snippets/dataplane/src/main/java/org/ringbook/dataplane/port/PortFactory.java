package org.ringbook.dataplane.port;

import java.util.function.IntFunction;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.PacketSource;

/** Opens the ports of one family of devices. */
@FunctionalInterface
public interface PortFactory {

  /**
   * Resets a device and brings it up, with all vectors masked.
   *
   * @param registers of the device
   * @param memory for the rings
   * @param buffers source of receive buffers for each queue; all of one size
   * @param settings what is wanted
   * @throws IllegalStateException if the device does not come out of reset
   * @throws IllegalArgumentException if the device can't do what is wanted
   */
  Port open(
      RegisterAccess registers,
      CoherentMemory memory,
      IntFunction<PacketSource> buffers,
      PortSettings settings);
}
