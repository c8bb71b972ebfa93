package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers.*;

import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.port.RegisterAccess;

/**
 * A NIC with the registers and legacy descriptors of the 8254x, one queue each way.
 *
 * <p>It moves only when it is stepped, so a test decides what happened before what.
 * One thread may step it while another, the driver's, uses the registers. A transfer
 * that the bus refuses is thrown out of {@link #step}: the device has stopped there.
 */
public final class SimulatedNic implements RegisterAccess {
  private static final int CLEARED_BY_RESET = CTRL_RST | CTRL_SLU;

  private final RegisterFile registers = new RegisterFile();
  private final TransmitEngine transmit;
  private final ReceiveEngine receive;
  private volatile boolean stalled;

  /**
   * Plugs a device in, in the state after power-on: disabled, all registers 0.
   *
   * @param bus its way into memory
   * @param wire the end of the cable that it hangs on
   */
  public SimulatedNic(DmaBus bus, Wire.End wire) {
    this.transmit = new TransmitEngine(registers, bus, wire);
    this.receive = new ReceiveEngine(registers, bus, wire);
  }

  @Override
  public int read32(int offset) {
    return switch (offset) {
      case ICR, CRCERRS, MPC, GPRC, GPTC -> registers.getAndClear(offset);
      case STATUS -> status();
      case ICS, IMC -> 0;
      default -> registers.get(offset);
    };
  }

  @Override
  public void write32(int offset, int value) {
    switch (offset) {
      case CTRL -> control(value);
      case ICR -> registers.clearBits(ICR, value);
      case ICS -> registers.setBits(ICR, value);
      case IMS -> registers.setBits(IMS, value);
      case IMC -> registers.clearBits(IMS, value);
      case STATUS, CRCERRS, MPC, GPRC, GPTC -> {}
      default -> registers.set(offset, value);
    }
  }

  private int status() {
    boolean up = (registers.get(CTRL) & CTRL_SLU) != 0;
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
      registers.setBits(ICR, ICR_LSC);
    }
  }

  /** Waits for a step in progress, so no transfer comes after the reset. */
  private synchronized void reset() {
    registers.clear();
    transmit.reset();
  }

  /** True if an enabled cause is set: the interrupt line is asserted. */
  public boolean interruptPending() {
    return (registers.get(ICR) & registers.get(IMS)) != 0;
  }

  /**
   * Lets the device move: up to {@code n} transmit descriptors and {@code n} frames
   * from the wire.
   *
   * @return descriptors and frames handled, 0 to {@code 2 * n}
   * @throws org.ringbook.dataplane.dma.IllegalDmaAccess if the driver named memory
   *     that the device may not touch
   */
  public synchronized int step(int n) {
    int done = 0;
    for (int i = 0; i < n && !stalled && transmit.step(); i++) {
      done++;
    }
    for (int i = 0; i < n && !stalled && receive.step(); i++) {
      done++;
    }
    return done;
  }

  /** Steps until nothing is left to do. */
  public int process() {
    int total = 0;
    for (int done = step(1); done > 0; done = step(1)) {
      total += done;
    }
    return total;
  }

  /** Hangs the device: it neither fetches nor writes back until {@link #resume}. */
  public void stall() {
    stalled = true;
  }

  /** Ends {@link #stall}. */
  public void resume() {
    stalled = false;
  }
}
