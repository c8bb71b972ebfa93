package org.ringbook.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * The driver's thread hands packets to the device's thread through descriptors, a
 * doorbell for each batch, and takes them back by DD: more work than a queue does,
 * as every packet returns.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingHandOver {
  static final int RING = 512;

  /** Packets for each doorbell. */
  @Param({"1", "32"})
  public int batch;

  private int sinceDoorbell;
  private DescriptorRing slots;
  private TxRing ring;
  private PacketPool pool;
  private final TxRing.Completion giveBack = Packet::giveBack;
  private volatile int tail;
  private int head;

  /** Makes a ring with a packet for each slot. */
  @Setup
  public void open() {
    DmaMemory dma = new DmaMemory(RING * 64L + 65536);
    pool = new PacketPool(dma, RING, 64);
    slots = new DescriptorRing(dma, RING);
    ring = new TxRing(slots, value -> tail = value);
  }

  /** The driver: takes back what is done when it runs out, then submits. */
  @Benchmark
  @Group("ring")
  public void submit(Control control) {
    Packet packet = pool.take();
    while (packet == Packet.NONE) {
      if (control.stopMeasurement) {
        return;
      }
      ring.kick();
      ring.complete(RING, giveBack);
      packet = pool.take();
    }
    packet.length(60);
    sinceDoorbell = sinceDoorbell + 1 < batch ? sinceDoorbell + 1 : 0;
    if (ring.submit(packet, sinceDoorbell != 0) == TxRing.Submit.FULL) {
      packet.giveBack();
      ring.complete(RING, giveBack);
    }
  }

  /** The device: waits for the doorbell, reads a descriptor, writes DD. */
  @Benchmark
  @Group("ring")
  public long consume(Control control) {
    while (head == tail) {
      if (control.stopMeasurement) {
        return 0;
      }
      Thread.onSpinWait();
    }
    long offset = slots.offset(head);
    long address = LegacyTxDescriptor.address(slots.slots(), offset);
    LegacyTxDescriptor.writeBack(slots.slots(), offset, LegacyTxDescriptor.DD);
    head = slots.next(head);
    return address;
  }
}
