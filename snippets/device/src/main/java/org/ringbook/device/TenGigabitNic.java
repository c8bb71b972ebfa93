package org.ringbook.device;

import static org.ringbook.dataplane.port.Filters82599.*;
import static org.ringbook.dataplane.port.Registers82599.*;

import org.ringbook.dataplane.dma.DmaBus;

/**
 * A NIC of the 82599 family: 16 queues each way, a message for each, receive-side
 * scaling, and the offloads of {@link SimulatedNic} in advanced descriptors.
 *
 * <p>A queue's ENABLE bit reads back only after the device has taken it up, at the
 * read after the next or at the next step: a driver must poll for it. Moved by steps
 * and used from threads as {@link SimulatedNic} is.
 */
public final class TenGigabitNic implements Nic {
  /** Queues in each direction that are simulated; the part has 128. */
  public static final int QUEUES = 16;

  private static final int REGISTER_BYTES = 0x10000;
  private static final int VLAN_TYPE = 0x8100;
  private static final int KEY_END = RSSRK + Steering.KEY_BYTES;

  private final RegisterFile registers = new RegisterFile(REGISTER_BYTES);
  private final Chip chip;
  private final MessageInterrupts interrupts;
  private final Steering steering = new Steering(registers);
  private final QueueEnables enables = new QueueEnables(registers);
  private final TransmitEngine[] transmit = new TransmitEngine[QUEUES];
  private final ReceiveEngine receive;

  /** Plugs a device in, in the state after power-on, with a clock of its own. */
  public TenGigabitNic(DmaBus bus, Wire.End wire) {
    this(bus, wire, new DeviceClock());
  }

  /**
   * Plugs a device in, in the state after power-on.
   *
   * @param bus its way into memory
   * @param wire the end of the cable that it hangs on
   * @param clock what interrupt moderation goes by
   */
  public TenGigabitNic(DmaBus bus, Wire.End wire, DeviceClock clock) {
    chip = new Chip(registers, bus, wire, clock, this::linkChanged, this::dmaFailed);
    interrupts = new MessageInterrupts(chip);
    Control82599 control = new Control82599(chip, interrupts, steering);
    ReceiveQueue[] queues = new ReceiveQueue[QUEUES];
    for (int q = 0; q < QUEUES; q++) {
      DeviceRing in = new DeviceRing(registers, rdbal(q), q);
      DeviceRing out = new DeviceRing(registers, tdbal(q), q);
      queues[q] = new ReceiveQueue(chip, in, control);
      QueueControl82599 own = new QueueControl82599(chip, interrupts, q);
      transmit[q] = new TransmitEngine(chip, out, own);
    }
    receive = new ReceiveEngine(chip, control, queues);
    reset();
  }

  @Override
  public int read32(int offset) {
    if (isCounter(offset)) {
      return chip.statistics.read(offset);
    }
    if (enables.covers(offset)) {
      return enables.read(offset);
    }
    return switch (offset) {
      case EICR -> interrupts.readCauses();
      case LINKS -> chip.faults.hasCarrier() ? LINKS_UP | LINKS_SPEED_10G : 0;
      case EICS, EIMC -> 0;
      default -> registers.get(offset);
    };
  }

  @Override
  public void write32(int offset, int value) {
    if (enables.covers(offset)) {
      enables.write(offset, value);
    } else if (isTail(offset)) {
      doorbell(offset, value);
    } else if (!isCounter(offset)) {
      control(offset, value);
    }
  }

  private void control(int offset, int value) {
    switch (offset) {
      case CTRL -> reset(value);
      case EICR -> interrupts.clear(value);
      case EICS -> interrupts.raise(value);
      case EIMS -> interrupts.unmask(value);
      case EIMC -> interrupts.mask(value);
      case LINKS -> {}
      default -> registers.set(offset, value);
    }
    if (offset >= RSSRK && offset < KEY_END) {
      steering.keyChanged();
    }
  }

  private static boolean isCounter(int offset) {
    int queue = (offset & 0xfff) / 0x40;
    boolean own = queue < QUEUES && (offset == qprc(queue) || offset == qptc(queue));
    return own || offset == MPC || Statistics.covers(offset);
  }

  private static boolean isTail(int offset) {
    int queue = (offset & 0xfff) / 0x40;
    return queue < QUEUES && (offset == rdt(queue) || offset == tdt(queue));
  }

  private void doorbell(int offset, int value) {
    if (!chip.faults.ignoresDoorbell()) {
      registers.set(offset, value);
    }
  }

  private void reset(int value) {
    if ((value & CTRL_RST_MASK) != 0) {
      reset();
    }
    registers.set(CTRL, value & ~CTRL_RST_MASK);
  }

  /** Waits for a step in progress, so no transfer comes after the reset. */
  private synchronized void reset() {
    chip.reset();
    enables.reset();
    interrupts.reset();
    steering.keyChanged();
    for (TransmitEngine engine : transmit) {
      engine.reset();
    }
    registers.set(VLNCTRL, VLAN_TYPE);
    registers.set(DMATXCTL, VLAN_TYPE << 16);
    registers.set(DTXTCPFLGL, 0xff6 << 16 | 0xff6);
    registers.set(DTXTCPFLGH, 0xf7f);
    registers.set(HLREG0, HLREG0_TXCRCEN | HLREG0_RXCRCSTRP | HLREG0_TXPADEN);
    registers.set(RDRXCTL, RDRXCTL_DMAIDONE);
    registers.set(MAXFRS, 1518 << 16);
  }

  private void linkChanged() {
    interrupts.raise(EICR_LSC);
  }

  private void dmaFailed() {
    interrupts.raise(EICR_PCI);
  }

  @Override
  public int vectors() {
    return MessageInterrupts.VECTORS;
  }

  @Override
  public boolean take(int vector) {
    return interrupts.take(vector);
  }

  @Override
  public synchronized int step(int n) {
    int done = 0;
    if (chip.beginStep()) {
      enables.takeUp();
      for (int i = 0; i < n; i++) {
        for (int q = 0; q < QUEUES && chip.isRunning(); q++) {
          done += transmit[q].step() ? 1 : 0;
        }
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
