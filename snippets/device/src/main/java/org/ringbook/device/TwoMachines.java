package org.ringbook.device;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;

/**
 * Two machines with a card of any kind each, joined by a wire: {@link TwoPorts} with
 * memory, an IOMMU and a clock on either side.
 */
public final class TwoMachines implements AutoCloseable {
  private static final int BUFFER_SIZE = 2048;
  private static final long PAGE = 4096;
  private static final int DESCRIPTOR_BYTES = 16;

  private final Wire wire = new Wire();
  private final Machine left;
  private final Machine right;

  /** Puts a device into a slot: a reference to a device's constructor. */
  @FunctionalInterface
  public interface Slot {
    /** A device with its way into memory, its end of the cable, and its time. */
    Nic plug(DmaBus bus, Wire.End wire, DeviceClock clock);
  }

  /**
   * One machine.
   *
   * @param memory of its kernel
   * @param iommu between device and memory
   * @param nic the device
   * @param port the driver's view of it
   * @param pools of receive buffers, one for each queue, of 2048 bytes a buffer
   */
  public record Machine(
      HostMemory memory, Iommu iommu, Nic nic, Port port, List<PacketPool> pools) {

    /** Copies the list. */
    public Machine {
      pools = List.copyOf(pools);
    }
  }

  /**
   * Builds both machines and brings the ports up.
   *
   * @param slot the device
   * @param driver its driver
   * @param settings of both ports
   * @param n packets of each pool; all but one descriptor of a ring are posted
   */
  public TwoMachines(Slot slot, PortFactory driver, PortSettings settings, int n) {
    left = machine(wire.left(), slot, driver, settings, n);
    right = machine(wire.right(), slot, driver, settings, n);
  }

  private static Machine machine(
      Wire.End end, Slot slot, PortFactory driver, PortSettings settings, int n) {
    HostMemory memory = new HostMemory(size(settings, n));
    Iommu iommu = new Iommu(memory);
    Nic nic = slot.plug(iommu, end, new DeviceClock());
    List<PacketPool> pools = new ArrayList<>();
    for (int i = 0; i < settings.queues(); i++) {
      pools.add(new PacketPool(iommu, n, BUFFER_SIZE));
    }
    Port port = driver.open(nic, iommu, pools::get, settings);
    return new Machine(memory, iommu, nic, port, pools);
  }

  /** Each buffer and each ring begins on a page of its own. */
  private static long size(PortSettings settings, int packets) {
    long ring = (long) settings.ringSize() * DESCRIPTOR_BYTES + PAGE;
    return settings.queues() * (packets * PAGE + 2 * ring) + PAGE;
  }

  /** One machine. */
  public Machine left() {
    return left;
  }

  /** The other machine. */
  public Machine right() {
    return right;
  }

  /** The wire between them. */
  public Wire wire() {
    return wire;
  }

  /** Steps both devices in turn until neither has anything to do. */
  public int settle() {
    int total = 0;
    for (int done = -1; done != 0; total += done) {
      done = left.nic().process() + right.nic().process();
    }
    return total;
  }

  @Override
  public void close() {
    left.port().close();
    right.port().close();
  }
}
