package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Registers.*;

import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/**
 * A port of the 8254x: one transmit and one receive ring, one interrupt line,
 * brought up and torn down in the order of the manual (8254x SDM 14.3 to 14.5).
 *
 * <p>Two rules give that order. Rings are programmed before EN is set, as the device
 * may use them from that moment on. Buffers are posted before RCTL.EN, or the first
 * frames meet an empty ring. The port is promiscuous: every good frame is received.
 */
public final class EthernetPort implements Port {
  private static final int VECTORS = 1;

  private final RegisterAccess registers;
  private final EthernetSetup setup;
  private final EthernetInterrupts interrupts;
  private final CoherentMemory memory;
  private final IntFunction<PacketSource> buffers;
  private EthernetRings rings;
  private int throttle;
  private boolean running;

  private EthernetPort(
      RegisterAccess device, CoherentMemory memory, IntFunction<PacketSource> from) {
    this.registers = device;
    this.setup = new EthernetSetup(device);
    this.interrupts = new EthernetInterrupts(device);
    this.memory = memory;
    this.buffers = from;
  }

  /**
   * Brings a device up without offloads, for frames of one buffer; interrupts stay
   * masked.
   *
   * @param registers of the device
   * @param dma memory for the rings
   * @param pool of receive buffers: 256, 512, 1024, 2048, 4096, 8192 or 16384 bytes
   *     each
   * @param ringSize descriptors of each ring: 8 to 4096, a multiple of 8
   * @throws IllegalStateException if the device does not come out of reset
   */
  public static EthernetPort open(
      RegisterAccess registers, CoherentMemory dma, PacketPool pool, int ringSize) {
    int size = pool.bufferSize();
    PortSettings settings = EthernetLimits.singleBuffer(ringSize, size);
    return open(registers, dma, queue -> pool, settings);
  }

  /**
   * Brings a device up, as {@link PortFactory#open} says; a reference to this method
   * is the factory of the 8254x.
   *
   * @param buffers source of receive buffers, of a size that the other {@link
   *     #open(RegisterAccess, CoherentMemory, PacketPool, int)} names
   * @throws IllegalArgumentException if the settings have two queues, a feature
   *     beyond {@link #features}, one of {@link Feature#VLAN_INSERT} and {@link
   *     Feature#VLAN_STRIP} without the other, an MTU of more than 1500 without
   *     {@link Feature#JUMBO}, or one that needs several buffers for a frame without
   *     {@link Feature#SCATTER_GATHER}
   */
  public static EthernetPort open(
      RegisterAccess registers,
      CoherentMemory memory,
      IntFunction<PacketSource> buffers,
      PortSettings settings) {
    EthernetPort port = new EthernetPort(registers, memory, buffers);
    port.start(settings);
    return port;
  }

  /**
   * Resets the device and starts. Rings of other settings are other objects: ask
   * {@link #tx} and {@link #rx} again.
   *
   * @throws IllegalStateException if the port runs, or the device does not come out
   *     of reset
   */
  @Override
  public void start(PortSettings settings) {
    if (running) {
      throw new IllegalStateException("the port runs");
    }
    PacketSource source = buffers.apply(0);
    EthernetLimits.check(settings, source.bufferSize());
    rings = EthernetRings.make(rings, registers, memory, source, settings);
    setup.reset();
    running = true;
    setup.configure(settings);
    registers.write32(ITR, throttle);
    setup.program(RDBAL, rings.rxDescriptors());
    rings.rx().refill();
    setup.enableReceive(settings, source.bufferSize());
    setup.program(TDBAL, rings.txDescriptors());
    setup.enableTransmit();
  }

  @Override
  public void stop(TxRing.Completion sink) {
    setup.disable();
    setup.reset();
    running = false;
    rings.tx().drain(sink);
    rings.rx().drain();
  }

  /**
   * Stops the device, then takes every packet back: those posted for receive, and
   * those in flight, which are given back to their pools unsent.
   *
   * @throws IllegalStateException if the device does not come out of reset; it keeps
   *     the packets then, as it may still write to them
   */
  @Override
  public void close() {
    if (running) {
      stop(Chain::giveBack);
    }
  }

  @Override
  public Set<Feature> features() {
    return EthernetLimits.FEATURES;
  }

  @Override
  public PortSettings settings() {
    return rings.settings();
  }

  @Override
  public int maxQueues() {
    return 1;
  }

  @Override
  public int vectors() {
    return VECTORS;
  }

  /** The transmit ring. */
  public TxRing tx() {
    return rings.tx();
  }

  @Override
  public TxRing tx(int queue) {
    Objects.checkIndex(queue, maxQueues());
    return rings.tx();
  }

  /** The receive ring. */
  public RxRing rx() {
    return rings.rx();
  }

  @Override
  public RxRing rx(int queue) {
    Objects.checkIndex(queue, maxQueues());
    return rings.rx();
  }

  /**
   * Where the buffers come from.
   *
   * @throws IllegalStateException if that is no pool
   */
  public PacketPool pool() {
    if (rings.source() instanceof PacketPool pool) {
      return pool;
    }
    throw new IllegalStateException("opened with a source that is no pool");
  }

  /** The device's registers. */
  public RegisterAccess registers() {
    return registers;
  }

  @Override
  public int causes(int vector) {
    Objects.checkIndex(vector, VECTORS);
    return interrupts.causes();
  }

  @Override
  public void unmask(int vector) {
    Objects.checkIndex(vector, VECTORS);
    interrupts.unmask();
  }

  @Override
  public void mask(int vector) {
    Objects.checkIndex(vector, VECTORS);
    interrupts.mask();
  }

  /** In steps of 256 ns, rounded up, to 16.8 ms at most (8254x SDM 13.4.18). */
  @Override
  public void moderate(int vector, int nanoseconds) {
    Objects.checkIndex(vector, VECTORS);
    throttle = EthernetInterrupts.throttle(nanoseconds);
    registers.write32(ITR, throttle);
  }

  @Override
  public boolean linkUp() {
    return (registers.read32(STATUS) & STATUS_LU) != 0;
  }
}
