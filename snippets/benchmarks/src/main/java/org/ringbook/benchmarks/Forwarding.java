package org.ringbook.benchmarks;

import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.PacketSink;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/** Polls frames, touches each, and sends it on: the inner loop of a forwarder. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Forwarding {
  static final int RUN = 256;
  private static final int RING = 512;
  private static final int BUFFERS = 2048;
  private static final int BUFFER_BYTES = 2048;

  /** Frames between two doorbells. */
  @Param({"1", "8", "32", "256"})
  public int batch;

  private LoopbackDevice device;
  private RxRing rx;
  private TxRing tx;
  private final PacketSink touchAndSend = this::touchAndSend;
  private final TxRing.Completion giveBack = Packet::giveBack;

  /** Makes two full rings. */
  @Setup
  public void open() {
    DmaMemory dma = new DmaMemory(BUFFERS * (long) BUFFER_BYTES + 65536);
    PacketPool pool = new PacketPool(dma, BUFFERS, BUFFER_BYTES);
    DescriptorRing rxSlots = new DescriptorRing(dma, RING);
    DescriptorRing txSlots = new DescriptorRing(dma, RING);
    device = new LoopbackDevice(rxSlots, txSlots);
    rx = new RxRing(rxSlots, pool, device::rxTail);
    tx = new TxRing(txSlots, device::txTail);
    rx.refill();
  }

  /** Forwards 256 frames. */
  @Benchmark
  @OperationsPerInvocation(RUN)
  public long forward() {
    long count = 0;
    for (int done = 0; done < RUN; done += batch) {
      device.receive(batch);
      count += rx.poll(batch, touchAndSend);
      tx.kick();
      device.send();
      tx.complete(batch, giveBack);
    }
    return count;
  }

  private void touchAndSend(Packet packet) {
    byte last = packet.data().get(ValueLayout.JAVA_BYTE, 5);
    packet.data().set(ValueLayout.JAVA_BYTE, 5, (byte) (last + 1));
    if (tx.submit(packet, true) == TxRing.Submit.FULL) {
      packet.giveBack();
    }
  }
}
