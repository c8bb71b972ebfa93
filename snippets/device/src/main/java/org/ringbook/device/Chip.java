package org.ringbook.device;

import static org.ringbook.dataplane.dma.DmaBus.Access.READ;

import org.ringbook.dataplane.dma.DmaBus;

/** What all engines of one device share. */
final class Chip {
  final RegisterFile registers;
  final DmaBus bus;
  final Wire.End wire;
  final DeviceClock clock;
  final Faults faults;
  final WriteBacks writeBacks;
  final Statistics statistics;
  private final Runnable dmaFailed;
  private volatile boolean stalled;
  private volatile boolean halted;

  /** A chip whose owner wants to know of changes of the link, and of failed DMA. */
  Chip(
      RegisterFile registers,
      DmaBus bus,
      Wire.End wire,
      DeviceClock clock,
      Runnable linkChanged,
      Runnable dmaFailed) {
    this.registers = registers;
    this.bus = bus;
    this.wire = wire;
    this.clock = clock;
    this.faults = new Faults(linkChanged);
    this.writeBacks = new WriteBacks(bus, faults);
    this.statistics = new Statistics(registers);
    this.dmaFailed = dmaFailed;
  }

  /** Whether the engines may move. */
  boolean isRunning() {
    return !stalled && !halted;
  }

  /** Lets what waits for steps come nearer; false if the device doesn't move. */
  boolean beginStep() {
    if (isRunning()) {
      faults.tick();
      writeBacks.tick();
    }
    return isRunning();
  }

  void stall(boolean on) {
    stalled = on;
  }

  /**
   * Fetches a descriptor.
   *
   * @return its offset in memory, or -1 if the fetch failed: the device has stopped
   */
  long fetch(long slot) {
    if (faults.failsFetch()) {
      halted = true;
      dmaFailed.run();
      return -1;
    }
    return bus.translate(slot, DeviceRing.BYTES, READ);
  }

  void reset() {
    registers.clear();
    writeBacks.reset();
    faults.reset();
    halted = false;
  }
}
