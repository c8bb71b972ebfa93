package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Registers82599.LINKS;
import static org.ringbook.dataplane.port.Registers82599.LINKS_UP;

import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * A port of the 82599: up to 16 pairs of rings, a message vector for each, brought
 * up and torn down in the order of the datasheet (82599 datasheet 4.6).
 *
 * <p>What differs from {@link EthernetPort}: each queue is enabled by itself, and
 * is so only when its ENABLE bit reads back; a receive ring's tail moves after that.
 * The port is promiscuous: every good frame is received.
 */
public final class MultiQueuePort implements Port {
  private final RegisterAccess registers;
  private final CoherentMemory memory;
  private final IntFunction<PacketSource> buffers;
  private final MultiQueueSetup setup;
  private final MultiQueueRings[] rings;
  private final int[] throttles;
  private MultiQueueInterrupts interrupts;
  private PortSettings settings;
  private boolean running;

  private MultiQueuePort(
      RegisterAccess registers,
      CoherentMemory memory,
      IntFunction<PacketSource> buffers,
      int queues) {
    this.registers = registers;
    this.memory = memory;
    this.buffers = buffers;
    this.setup = new MultiQueueSetup(registers);
    this.rings = new MultiQueueRings[queues];
    this.throttles = new int[queues + 1];
  }

  /**
   * Brings a device up, as {@link PortFactory#open} says; a reference to this method
   * is the factory of the 82599.
   *
   * @param buffers source of receive buffers for each queue, of 1024 to 16384 bytes,
   *     a multiple of 1024
   * @throws IllegalArgumentException if the settings have more than 16 queues, an
   *     MTU of more than 1500 without {@link Feature#JUMBO}, one that needs several
   *     buffers for a frame without {@link Feature#SCATTER_GATHER}, or {@link
   *     Feature#RSS} without a key of 40 bytes
   */
  public static MultiQueuePort open(
      RegisterAccess registers,
      CoherentMemory memory,
      IntFunction<PacketSource> buffers,
      PortSettings settings) {
    MultiQueueLimits.check(settings, buffers.apply(0).bufferSize());
    int queues = settings.queues();
    MultiQueuePort port = new MultiQueuePort(registers, memory, buffers, queues);
    port.start(settings);
    return port;
  }

  /**
   * Resets the device and starts. The rings are new objects: ask {@link #tx} and
   * {@link #rx} again.
   *
   * @throws IllegalStateException if the port runs, or the device does not come out
   *     of reset
   */
  @Override
  public void start(PortSettings wanted) {
    if (running) {
      throw new IllegalStateException("the port runs");
    }
    if (wanted.queues() != rings.length) {
      throw new IllegalArgumentException("the port has " + rings.length + " queues");
    }
    MultiQueueLimits.check(wanted, buffers.apply(0).bufferSize());
    boolean messages = wanted.uses(Feature.MSIX);
    settings = wanted;
    interrupts = new MultiQueueInterrupts(registers, rings.length, messages);
    makeRings();
    setup.reset();
    running = true;
    setup.configure(settings);
    startQueues();
    interrupts.configure();
    for (int vector = 0; vector < interrupts.vectors(); vector++) {
      interrupts.throttle(vector, throttles[vector]);
    }
  }

  private void makeRings() {
    for (int q = 0; q < rings.length; q++) {
      PacketSource from = buffers.apply(q);
      var before = rings[q];
      rings[q] = MultiQueueRings.make(before, registers, memory, from, settings, q);
    }
  }

  private void startQueues() {
    for (int q = 0; q < rings.length; q++) {
      setup.startReceive(q, rings[q], settings);
      rings[q].rx().refill();
    }
    setup.enableReceive();
    setup.enableTransmit();
    for (int q = 0; q < rings.length; q++) {
      setup.startTransmit(q, rings[q]);
    }
  }

  @Override
  public void stop(TxRing.Completion sink) {
    setup.disable();
    setup.reset();
    running = false;
    for (MultiQueueRings pair : rings) {
      pair.tx().drain(sink);
      pair.rx().drain();
    }
  }

  @Override
  public void close() {
    if (running) {
      stop(Chain::giveBack);
    }
  }

  @Override
  public Set<Feature> features() {
    return MultiQueueLimits.FEATURES;
  }

  @Override
  public PortSettings settings() {
    return settings;
  }

  @Override
  public int maxQueues() {
    return MultiQueueLimits.QUEUES;
  }

  @Override
  public int vectors() {
    return interrupts.vectors();
  }

  @Override
  public TxRing tx(int queue) {
    return rings[queue].tx();
  }

  @Override
  public RxRing rx(int queue) {
    return rings[queue].rx();
  }

  @Override
  public int causes(int vector) {
    return interrupts.causes(Objects.checkIndex(vector, vectors()));
  }

  @Override
  public void unmask(int vector) {
    interrupts.unmask(Objects.checkIndex(vector, vectors()));
  }

  @Override
  public void mask(int vector) {
    interrupts.mask(Objects.checkIndex(vector, vectors()));
  }

  /** In steps of 2.048 us, rounded up, 1.05 ms at most (82599 datasheet 7.3.2). */
  @Override
  public void moderate(int vector, int nanoseconds) {
    Objects.checkIndex(vector, vectors());
    throttles[vector] = MultiQueueInterrupts.interval(nanoseconds);
    interrupts.throttle(vector, throttles[vector]);
  }

  @Override
  public boolean linkUp() {
    return (registers.read32(LINKS) & LINKS_UP) != 0;
  }
}
