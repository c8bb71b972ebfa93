package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers.*;

import org.ringbook.dataplane.dma.DmaBus;

/**
 * A NIC of the 8254x family, as the 82540EM: one queue each way, one interrupt line,
 * checksums, TCP segmentation and VLAN tags.
 *
 * <p>It moves only when it is stepped, so a test decides what happened before what.
 * One thread may step it while another, the driver's, uses the registers. A transfer
 * that the bus refuses is thrown out of {@link #step}: the device has stopped there.
 */
public final class SimulatedNic implements Nic {
  private static final int CLEARED_BY_RESET = CTRL_RST | CTRL_SLU;
  private static final int REGISTER_BYTES = 0x6000;
  private static final int VLAN_TYPE = 0x8100;

  private final RegisterFile registers = new RegisterFile(REGISTER_BYTES);
  private final Chip chip;
  private final InterruptLine line;
  private final TransmitEngine transmit;
  private final ReceiveEngine receive;

  /**
   * Plugs a device in, in the state after power-on, with a clock of its own.
   *
   * @param bus its way into memory
   * @param wire the end of the cable that it hangs on
   */
  public SimulatedNic(DmaBus bus, Wire.End wire) {
    this(bus, wire, new DeviceClock());
  }

  /**
   * Plugs a device in, in the state after power-on: disabled, all registers 0 but
   * VET.
   *
   * @param bus its way into memory
   * @param wire the end of the cable that it hangs on
   * @param clock what interrupt moderation goes by
   */
  public SimulatedNic(DmaBus bus, Wire.End wire, DeviceClock clock) {
    this.chip = new Chip(registers, bus, wire, clock, this::linkChanged, () -> {});
    this.line = new InterruptLine(chip);
    Control8254x control = new Control8254x(registers);
    DeviceRing sent = new DeviceRing(registers, TDBAL, 0);
    DeviceRing received = new DeviceRing(registers, RDBAL, 0);
    this.transmit = new TransmitEngine(chip, sent, control);
    ReceiveQueue queue = new ReceiveQueue(chip, received, control);
    this.receive = new ReceiveEngine(chip, control, queue);
    reset();
  }

  @Override
  public int read32(int offset) {
    if (Statistics.covers(offset)) {
      return chip.statistics.read(offset);
    }
    return switch (offset) {
      case ICR -> readCauses();
      case STATUS -> status();
      case ICS, IMC -> 0;
      default -> registers.get(offset);
    };
  }

  private int readCauses() {
    int causes = registers.getAndClear(ICR);
    line.fallIfIdle();
    return causes;
  }

  @Override
  public void write32(int offset, int value) {
    if (Statistics.covers(offset)) {
      return;
    }
    switch (offset) {
      case CTRL -> control(value);
      case ICR -> registers.clearBits(ICR, value);
      case ICS -> registers.setBits(ICR, value);
      case IMS -> registers.setBits(IMS, value);
      case IMC -> registers.clearBits(IMS, value);
      case TDT, RDT -> doorbell(offset, value);
      case STATUS -> {}
      default -> registers.set(offset, value);
    }
    line.fallIfIdle();
  }

  private void doorbell(int offset, int value) {
    if (!chip.faults.ignoresDoorbell()) {
      registers.set(offset, value);
    }
  }

  private int status() {
    boolean up = registers.has(CTRL, CTRL_SLU) && chip.faults.hasCarrier();
    return STATUS_FD | STATUS_SPEED_1000 | (up ? STATUS_LU : 0);
  }

  private void control(int value) {
    if ((value & CTRL_RST) != 0) {
      reset();
      registers.set(CTRL, value & ~CLEARED_BY_RESET);
      return;
    }
    int before = registers.get(CTRL);
    registers.set(CTRL, value);
    if (((before ^ value) & CTRL_SLU) != 0) {
      linkChanged();
    }
  }

  private void linkChanged() {
    registers.setBits(ICR, ICR_LSC);
  }

  /** Waits for a step in progress, so no transfer comes after the reset. */
  private synchronized void reset() {
    chip.reset();
    registers.set(VET, VLAN_TYPE);
    transmit.reset();
    line.reset();
  }

  /** True if an enabled cause is set, whether moderation lets it through or not. */
  public boolean interruptPending() {
    return line.isPending();
  }

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public boolean take(int vector) {
    return line.isHigh();
  }

  @Override
  public synchronized int step(int n) {
    int done = 0;
    if (chip.beginStep()) {
      for (int i = 0; i < n && chip.isRunning() && transmit.step(); i++) {
        done++;
      }
      for (int i = 0; i < n && chip.isRunning() && receive.step(); i++) {
        done++;
      }
    }
    return done;
  }

  @Override
  public void stall() {
    chip.stall(true);
  }

  @Override
  public void resume() {
    chip.stall(false);
  }

  @Override
  public Faults faults() {
    return chip.faults;
  }

  @Override
  public DeviceClock clock() {
    return chip.clock;
  }
}
