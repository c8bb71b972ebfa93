package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.Wire;

/** A host with one card, and a far end that speaks frames over the wire. */
final class Bench implements AutoCloseable {
  /** Descriptors of each ring. */
  static final int RING = 64;

  private static final long MEMORY = 48L << 20;

  /** Microseconds: both devices hold interrupts back for less. */
  private static final int LONGEST_MODERATION = 20_000;

  private static final int WIRE_CAPACITY = 1024;

  private final Machine machine;
  private final DeviceKind.Plugged plugged;
  private final Wire.End far;
  private final Host host;
  private final List<byte[]> sent = new ArrayList<>();
  private boolean closed;

  Bench(DeviceKind device, HostFactory hosts) {
    this(device, hosts, MEMORY);
  }

  Bench(DeviceKind device, HostFactory hosts, long memory) {
    this(device, hosts, memory, RING);
  }

  Bench(DeviceKind device, HostFactory hosts, long memory, int ring) {
    Wire wire = new Wire(WIRE_CAPACITY, Wire.DEFAULT_MAX_FRAME);
    machine = twoCopies(memory);
    plugged = device.plug(machine.iommu(), wire.left());
    far = wire.right();
    host = hosts.attach(machine, plugged.card(), settings(device, ring));
    settle();
  }

  /** CPU and device see each other's writes by syncs only: none may be forgotten. */
  private static Machine twoCopies(long bytes) {
    HostMemory memory = new HostMemory(bytes);
    return new Machine(memory, new Iommu(memory, Coherence.NON_COHERENT));
  }

  private static PortSettings settings(DeviceKind device, int ring) {
    List<Byte> key = new ArrayList<>();
    for (byte b : Rss.KEY) {
      key.add(b);
    }
    return new PortSettings(device.queues(), ring, 1500, device.features(), key);
  }

  Host host() {
    return host;
  }

  /** Puts a frame on the wire towards the host; it is not looked at yet. */
  void fromFarEnd(byte[] frame) {
    far.send(frame);
  }

  /** Lets the device move, not the host. */
  int device() {
    int moved = plugged.nic().process();
    for (byte[] frame = far.receive(); frame.length > 0; frame = far.receive()) {
      sent.add(frame);
    }
    return moved;
  }

  /** Lets the IOMMU refuse one mapping, after it made some. */
  void failMappingAfter(int successes) {
    machine.iommu().failAfter(successes, 1);
  }

  /** Lets time pass for the device. */
  void wait(int microseconds) {
    plugged.nic().clock().advance(1000L * microseconds);
  }

  /**
   * Lets device and host move until both are quiet, and stay so when time passes.
   *
   * @return interrupts delivered
   */
  int settle() {
    int interrupts = untilQuiet();
    wait(LONGEST_MODERATION);
    return interrupts + untilQuiet();
  }

  private int untilQuiet() {
    int interrupts = 0;
    int moved;
    do {
      moved = device();
      int delivered = host.run();
      interrupts += delivered;
      moved += delivered;
    } while (moved > 0);
    return interrupts;
  }

  /** Frames that the host sent and the far end saw since the last call. */
  List<byte[]> onTheWire() {
    device();
    List<byte[]> frames = List.copyOf(sent);
    sent.clear();
    return frames;
  }

  /** Sends, again after moving on while the driver pushes back. */
  void sendAll(Outgoing frame) {
    while (host.send(frame) == Host.Sent.PUSHED_BACK) {
      settle();
    }
  }

  /** Detaches; then nothing may be left of what the driver had. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    host.close();
    assertEquals(Leaks.NONE, host.leaks(), "not given back to the kernel");
    assertEquals(0, machine.iommu().mapped(), "mappings left");
    assertEquals(0, machine.memory().allocated(), "buffers left");
  }
}
