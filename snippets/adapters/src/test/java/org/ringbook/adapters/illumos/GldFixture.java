package org.ringbook.adapters.illumos;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

/** A kernel without a card, and a driver that does nothing. */
class GldFixture implements MacClient, MacCallbacks {
  final Machine machine = Machine.of(1 << 20);
  final Kernel kernel = new Kernel();
  final Streams streams = new Streams(kernel, machine.memory());
  final Mac mac = new Mac(kernel, streams, this);
  final DdiDma dma = new DdiDma(kernel, machine.memory(), machine.iommu());
  Mblk received;

  GldFixture started() {
    mac.macAlloc();
    mac.macRegister(this);
    mac.start();
    return this;
  }

  void inInterrupt(Runnable code) {
    kernel.enter("ddi_intr_handler_t", Context.INTERRUPT, code);
  }

  /** Expects a rule to be broken whose text has this in it. */
  static void breaks(String part, Executable code) {
    RuleBroken broken = assertThrows(RuleBroken.class, code);
    assertTrue(broken.getMessage().contains(part), broken::getMessage);
    assertTrue(broken.source().matches(".*(9[FES]|GLDv3).*"), broken::source);
  }

  @Override
  public void receive(int ring, Mblk chain) {
    received = chain;
  }

  @Override
  public void transmitAgain(int ring) {}

  @Override
  public void link(boolean up) {}

  @Override
  public int start() {
    return 0;
  }

  @Override
  public void stop() {}

  @Override
  public Mblk transmit(int ring, Mblk chain) {
    return chain;
  }

  @Override
  public Mblk poll(int ring, int bytes) {
    return null;
  }

  @Override
  public void ringInterrupt(int ring, boolean on) {}

  @Override
  public int setProperty(String name, int value) {
    return 0;
  }

  @Override
  public long statistic(MacStatistic which) {
    return 0;
  }

  @Override
  public int promiscuous(boolean on) {
    return 0;
  }
}
