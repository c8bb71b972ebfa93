package org.ringbook.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.linux.NetCore.Xmit;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

/** What the stack sees of the driver's transmit queue, which no frame on the wire shows. */
class LinuxDriverTest {
  private static final int RING = 64;
  private static final int LENGTH = 100;

  private final Machine machine = Machine.of(16 << 20);
  private final Wire wire = new Wire(2 * RING, Wire.DEFAULT_MAX_FRAME);
  private final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
  private final LinuxKernel kernel = new LinuxKernel(machine);
  private final PciDev pci = new PciDev(kernel, new Card("8254x", nic, nic, EthernetPort::open));
  private final LinuxFrames frames = new LinuxFrames(kernel);
  private final LinuxDriver driver = LinuxDriver.probe(kernel, pci, settings());
  private final NetdevQueue queue = driver.dev().netdevGetTxQueue(0);

  LinuxDriverTest() {
    kernel.rtnlLock();
    assertEquals(0, NetCore.devOpen(kernel, driver.dev()));
    kernel.rtnlUnlock();
  }

  private static PortSettings settings() {
    EnumSet<Feature> features = EnumSet.of(Feature.SCATTER_GATHER);
    return new PortSettings(1, RING, 1500, features, List.of());
  }

  private Xmit send() {
    SkBuff skb = frames.skb(Outgoing.of(new byte[LENGTH]), 1);
    return NetCore.devDirectXmit(kernel, driver.dev(), skb);
  }

  private void deviceAndHostRun() {
    nic.process();
    nic.clock().advance(1_000_000);
    nic.process();
    pci.deliver();
    kernel.softirq().run();
  }

  /** NETDEV_TX_BUSY is for what cannot be foreseen: a full ring can. */
  @Test
  void theQueueStopsBeforeAFrameIsTurnedAway() {
    int sent = 0;
    for (; !queue.netifXmitStopped(); sent++) {
      assertEquals(Xmit.SENT, send(), "frame " + sent);
    }
    assertTrue(driver.port().tx(0).free() < LinuxTx.DESC_NEEDED, "stopped too early");
    deviceAndHostRun();
    assertEquals(Xmit.SENT, send(), "woken");
  }

  /** What is counted too low stays in flight for ever, and throttles the queue. */
  @Test
  void everyByteThatWasSentIsCompleted() {
    for (int i = 0; i < 10; i++) {
      assertEquals(Xmit.SENT, send());
    }
    assertEquals(10 * LENGTH, queue.inFlight());
    deviceAndHostRun();
    assertEquals(0, queue.inFlight());
  }

  /** netpoll: a console that prints while nothing else may run wants room to send. */
  @Test
  void aPollWithBudget0SendsButReceivesNothing() {
    assertEquals(Xmit.SENT, send());
    assertTrue(wire.right().send(new byte[LENGTH]));
    nic.process();
    Napi napi = driver.dev().instances().getFirst();
    kernel.in(ExecutionContext.SOFTIRQ, () -> napi.pollOnce(0));
    assertEquals(0, queue.inFlight());
    assertEquals(0, kernel.softirq().take().size());
    assertEquals(RING - 1, driver.port().rx(0).postedBuffers());
  }

  @Test
  void aResetThatWasAskedForDoesNotOutliveTheDriver() {
    kernel.in(ExecutionContext.SOFTIRQ, () -> driver.ndoTxTimeout(0));
    assertEquals(1, kernel.work().pending());
  }

  @AfterEach
  void removed() {
    driver.remove();
    assertEquals(0, kernel.work().pending());
    assertEquals(0, kernel.skbs().allocated());
  }
}
