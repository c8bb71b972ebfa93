package org.ringbook.device;

import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;

/**
 * Two open ports whose devices are joined by a wire: the set-up of most examples.
 * Each side has a pool and rings of its own; both share one memory, as in one
 * machine.
 */
public final class TwoPorts implements AutoCloseable {
  private static final int BUFFER_SIZE = 2048;

  private final Wire wire = new Wire();
  private final DmaMemory dma;
  private final Side left;
  private final Side right;

  /**
   * One side.
   *
   * @param nic the device
   * @param port the driver's view of it
   * @param pool of the port, with buffers of 2048 bytes
   */
  public record Side(SimulatedNic nic, EthernetPort port, PacketPool pool) {}

  /**
   * Builds both sides and brings them up.
   *
   * @param ringSize descriptors of each ring: 8 to 4096, a multiple of 8
   * @param packets of each pool; {@code ringSize - 1} of them are posted for receive
   */
  public TwoPorts(int ringSize, int packets) {
    long rings = 4L * ringSize * 16;
    dma = new DmaMemory(rings + 2L * packets * BUFFER_SIZE + 4096);
    left = side(wire.left(), ringSize, packets);
    right = side(wire.right(), ringSize, packets);
  }

  private Side side(Wire.End end, int ringSize, int packets) {
    SimulatedNic nic = new SimulatedNic(dma, end);
    PacketPool pool = new PacketPool(dma, packets, BUFFER_SIZE);
    return new Side(nic, EthernetPort.open(nic, dma, pool, ringSize), pool);
  }

  /** One side. */
  public Side left() {
    return left;
  }

  /** The other side. */
  public Side right() {
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
