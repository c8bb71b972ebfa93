package org.ringbook.adapters.illumos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.ringbook.adapters.illumos.GldFixture.breaks;

import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.interrupt.InterruptSource;

/** The MAC layer, mutexes and interrupts. */
class MacRulesTest {
  private final GldFixture os = new GldFixture();

  @Test
  void registersWithWhatMacAllocGave() {
    breaks("mac_register", () -> os.mac.macRegister(os));
    os.mac.macAlloc();
    os.mac.macRegister(os);
    breaks("mac_register", () -> os.mac.macRegister(os));
  }

  @Test
  void aRegistrationIsFreedOnce() {
    os.mac.macAlloc();
    os.mac.macFree();
    breaks("freed once", os.mac::macFree);
  }

  @Test
  void nothingGoesUpBeforeRegistration() {
    Mblk message = os.streams.allocb(64);
    breaks("between mac_register", () -> os.mac.macRxRing(0, message));
    breaks("between mac_register", () -> os.mac.macTxRingUpdate(0));
    breaks("between mac_register", () -> os.mac.macLinkUpdate(true));
    breaks("between mac_register", os.mac::macUnregister);
  }

  @Test
  void nothingGoesUpWhileStopped() {
    os.started().mac.stop();
    Mblk message = os.streams.allocb(64);
    breaks("the device is stopped", () -> os.mac.macRxRing(0, message));
  }

  @Test
  void noLockIsHeldWhenFramesGoUp() {
    os.started();
    Mblk message = os.streams.allocb(64);
    Mutex lock = new Mutex(os.kernel, true);
    lock.enter();
    breaks("no driver lock", () -> os.mac.macRxRing(0, message));
    lock.exit();
    os.mac.macRxRing(0, message);
    assertSame(message, os.received);
  }

  @Test
  void aDeviceInUseIsNotUnregistered() {
    os.started();
    assertEquals(16, os.mac.macUnregister());
    os.mac.stop();
    assertEquals(0, os.mac.macUnregister());
  }

  @Test
  void aDriverStaysWhileItsBuffersAreOnLoan() {
    os.started().mac.stop();
    Mblk loan = os.streams.desballoc(os.machine.memory().allocate(64, 8), () -> {});
    breaks("1 are on loan", os.mac::macUnregister);
    os.streams.freeb(loan);
    assertEquals(0, os.mac.macUnregister());
  }

  @Test
  void anMtuIsTold() {
    os.started();
    breaks("mac_maxsdu_update", () -> os.mac.setProperty("mtu", 9000));
  }

  @Test
  void aMutexIsNotEnteredTwice() {
    Mutex lock = new Mutex(os.kernel, true);
    lock.enter();
    breaks("recursive", lock::enter);
    breaks("when nobody holds it", lock::destroy);
    lock.exit();
    breaks("nobody owns it", lock::exit);
    lock.destroy();
    breaks("it was destroyed", lock::enter);
  }

  @Test
  void aMutexOfAnInterruptHasItsPriority() {
    Mutex lock = new Mutex(os.kernel, false);
    breaks("mutex_init(9F)", () -> os.inInterrupt(lock::enter));
  }

  @Test
  void aFunctionLeavesNoMutexBehind() {
    Mutex lock = new Mutex(os.kernel, true);
    breaks("left 1 held", () -> os.inInterrupt(lock::enter));
  }

  @Test
  void registeringWaitsSoNotInInterrupts() {
    breaks("KM_SLEEP", () -> os.inInterrupt(os.mac::macAlloc));
  }

  @Test
  void anInterruptGoesThroughItsStatesInOrder() {
    DdiInterrupt interrupt = new DdiInterrupt(os.kernel, asserted(), 0);
    breaks("ddi_intr_enable follows", interrupt::enable);
    interrupt.addHandler(() -> true);
    breaks("ddi_intr_disable follows", interrupt::disable);
    interrupt.enable();
    breaks("ddi_intr_remove_handler follows", interrupt::removeHandler);
    breaks("ddi_intr_free follows", interrupt::free);
    interrupt.disable();
    interrupt.removeHandler();
    interrupt.free();
  }

  @Test
  void aHandlerClaimsItsInterrupt() {
    DdiInterrupt interrupt = new DdiInterrupt(os.kernel, asserted(), 0);
    interrupt.addHandler(() -> false);
    interrupt.enable();
    breaks("nobody claimed it", interrupt::deliver);
  }

  @Test
  void whatIsNotTakenComesBack() {
    os.started();
    Mblk chain = os.streams.allocb(64);
    assertSame(chain, os.mac.transmit(0, chain));
  }

  private static InterruptSource asserted() {
    return new InterruptSource() {
      @Override
      public int vectors() {
        return 1;
      }

      @Override
      public boolean take(int vector) {
        return true;
      }
    };
  }
}
