package org.ringbook.adapters.freebsd.minimal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Ifnet;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Stack;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

/** On a machine where driver and device see each other's bytes by syncs only. */
class MinimalDriverTest {
  private final HostMemory memory = new HostMemory(4 << 20);
  private final Iommu iommu = new Iommu(memory, Coherence.NON_COHERENT);
  private final Kernel kernel = new Kernel(new Machine(memory, iommu));
  private final Mbufs mbufs = new Mbufs(kernel);
  private final Stack stack = new Stack(mbufs);
  private final Wire wire = new Wire();
  private final SimulatedNic nic = new SimulatedNic(iommu, wire.left());
  private final Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  private final MinimalDriver driver = new MinimalDriver(kernel, mbufs, card);

  @BeforeEach
  void attach() {
    driver.attach();
    driver.run();
  }

  @AfterEach
  void detachLeavesNothing() {
    driver.detach();
    assertEquals(0, mbufs.outstanding(), "mbufs");
    assertEquals(0, iommu.mapped(), "mappings");
    assertEquals(0, kernel.lent(), "resources");
    assertEquals(List.of(), iommu.faults(), "transfers that were refused");
  }

  private static byte[] frame(int length, int seed) {
    byte[] frame = new byte[length];
    for (int i = 0; i < length; i++) {
      frame[i] = (byte) (seed + i);
    }
    return frame;
  }

  private int send(byte[]... pieces) {
    return driver.ifp().transmit(stack.packet(Outgoing.scattered(pieces)));
  }

  @Test
  void aChainIsOneFrame() {
    assertEquals(0, send(frame(14, 1), frame(486, 15)));
    nic.process();
    driver.run();
    assertArrayEquals(frame(500, 1), wire.right().receive());
  }

  @Test
  void aShortFrameIsPaddedWithZeros() {
    assertEquals(0, send(frame(20, 1)));
    nic.process();
    byte[] sent = wire.right().receive();
    assertEquals(60, sent.length);
    assertEquals(0, sent[59]);
    assertEquals(20, sent[19]);
  }

  @Test
  void aFullRingRefusesAndFrees() {
    int posted = mbufs.outstanding();
    int accepted = 0;
    while (send(frame(60, accepted)) == 0) {
      accepted++;
    }
    assertEquals(posted + accepted, mbufs.outstanding());
    assertEquals(Errno.ENOBUFS, send(frame(60, 0)));
    nic.process();
    driver.run();
    assertEquals(posted, mbufs.outstanding());
    assertEquals(0, send(frame(60, 0)));
  }

  @Test
  void whatCannotBeMappedIsDropped() {
    iommu.failNext(1);
    assertEquals(Errno.ENOBUFS, send(frame(60, 1)));
    assertEquals(0, send(frame(60, 1)));
  }

  @Test
  void framesReachTheStackInOrder() {
    for (int i = 0; i < 40; i++) {
      assertTrue(wire.right().send(frame(100, i)));
      if (i % 10 == 9) {
        nic.process();
        driver.run();
      }
    }
    List<Ifnet.Received> input = driver.ifp().takeInput();
    assertEquals(40, input.size());
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(frame(100, i), stack.incoming(input.get(i)).bytes());
    }
  }

  @Test
  void withoutMemoryTheOldClusterStays() {
    mbufs.fail(1);
    assertTrue(wire.right().send(frame(100, 1)));
    assertTrue(wire.right().send(frame(100, 2)));
    nic.process();
    driver.run();
    List<Ifnet.Received> input = driver.ifp().takeInput();
    assertEquals(1, input.size());
    assertArrayEquals(frame(100, 2), stack.incoming(input.getFirst()).bytes());
  }

  @Test
  void detachTakesBackWhatWasNotSent() {
    assertEquals(0, send(frame(60, 1)));
    assertEquals(0, send(frame(60, 2)));
    assertTrue(wire.right().send(frame(60, 3)));
  }
}
