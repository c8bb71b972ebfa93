package org.ringbook.porting.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.device.Nic;
import org.ringbook.device.Wire;

/** One adapter on one device behind an IOMMU, and a far end that speaks frames. */
final class TrialBench implements AutoCloseable {
  /** Bytes: enough for all buffers; a trial makes hundreds of such machines. */
  private static final long MEMORY = 3L << 20;

  /** Bytes, where buffers grow with the MTU. */
  private static final long MEMORY_FOR_JUMBO = 8L << 20;

  /** Nanoseconds: both devices hold interrupts back for less. */
  private static final long LONGEST_MODERATION = 20_000_000;

  private final Machine machine;
  private final Nic nic;
  private final Wire.End far;
  private final Host host;
  private boolean closed;

  TrialBench(Tested tested, TrialCard device, boolean jumbo) {
    HostMemory memory = new HostMemory(jumbo ? MEMORY_FOR_JUMBO : MEMORY);
    machine = new Machine(memory, new Iommu(memory, Coherence.NON_COHERENT));
    Wire wire = new Wire(1024, Wire.DEFAULT_MAX_FRAME);
    nic = device.nic(machine.iommu(), wire.left());
    far = wire.right();
    host = tested.host().attach(machine, device.card(nic), device.wanted());
    settle();
  }

  Host host() {
    return host;
  }

  /** Puts frames on the wire towards the host; nothing moves yet. */
  void arrive(List<byte[]> frames) {
    frames.forEach(far::send);
  }

  /** Lets only the device move. */
  void device() {
    nic.process();
  }

  void wait(int microseconds) {
    nic.clock().advance(1000L * microseconds);
  }

  /** Until device and host are quiet, and stay so when time passes; interrupts. */
  int settle() {
    int interrupts = untilQuiet();
    nic.clock().advance(LONGEST_MODERATION);
    return interrupts + untilQuiet();
  }

  private int untilQuiet() {
    int interrupts = 0;
    int moved;
    do {
      moved = nic.process();
      int delivered = host.run();
      interrupts += delivered;
      moved += delivered;
    } while (moved > 0);
    return interrupts;
  }

  /** Sends frames, once more where the driver pushes back, and settles. */
  void send(List<Outgoing> frames) {
    for (Outgoing frame : frames) {
      if (host.send(frame) == Host.Sent.PUSHED_BACK) {
        settle();
        require(host.send(frame) == Host.Sent.TAKEN, "pushed back by an empty ring");
      }
    }
    settle();
  }

  /** Frames that the far end saw since the last call must be these. */
  void onWire(List<byte[]> expected) {
    List<byte[]> seen = new ArrayList<>();
    for (byte[] frame = far.receive(); frame.length > 0; frame = far.receive()) {
      seen.add(frame);
    }
    same(expected, seen, "on the wire");
  }

  /** Frames that the stack got since the last call must be these. */
  void inStack(List<byte[]> expected) {
    List<Incoming> seen = host.received();
    same(expected, seen.stream().map(Incoming::bytes).toList(), "received");
  }

  /** Forgets what came out at either end. */
  void forget() {
    host.received();
    while (far.receive().length > 0) {
      nic.process();
    }
  }

  private static void same(List<byte[]> expected, List<byte[]> seen, String where) {
    require(expected.size() == seen.size(), seen.size() + " frames " + where);
    for (int i = 0; i < seen.size(); i++) {
      require(Arrays.equals(expected.get(i), seen.get(i)), "other bytes " + where);
    }
  }

  static void require(boolean held, String otherwise) {
    if (!held) {
      throw new ProofFailed(otherwise);
    }
  }

  /** Detaches; nothing may be left of what the driver had. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      host.close();
      require(host.leaks().equals(Leaks.NONE), "leaks: " + host.leaks());
      require(machine.iommu().mapped() == 0, "mappings left");
      require(machine.memory().allocated() == 0, "buffers left");
    }
  }
}
