package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** What every device does, seen through its port. */
abstract class NicContract {
  static final String HERE = "02:00:00:00:00:01";
  static final String THERE = "02:00:00:00:00:02";
  private static final int GPRC = 0x4074;
  private static final int GPTC = 0x4080;
  private static final int GOTCL = 0x4090;
  private static final int GOTCH = 0x4094;

  final TwoMachines machines = new TwoMachines(slot(), driver(), settings(), 24);
  final TwoMachines.Machine left = machines.left();
  final TwoMachines.Machine right = machines.right();
  private final List<Packet> got = new ArrayList<>();

  abstract TwoMachines.Slot slot();

  abstract PortFactory driver();

  PortSettings settings() {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeAll(EnumSet.of(Feature.RSS, Feature.MSIX));
    return new PortSettings(1, 16, 9000, features, List.of());
  }

  @AfterEach
  void nothingLeaks() {
    got.forEach(Chain::giveBack);
    machines.close();
    for (TwoMachines.Machine machine : List.of(left, right)) {
      machine.pools().forEach(pool -> assertEquals(0, pool.outstanding()));
    }
  }

  private PacketPool pool() {
    return left.pools().getFirst();
  }

  private Packet packet(byte[] frame) {
    Packet packet = pool().take();
    packet.copyFrom(frame);
    return packet;
  }

  private void submit(Packet packet) {
    assertEquals(Submit.ACCEPTED, left.port().tx(0).submit(packet));
  }

  private int complete() {
    return left.port().tx(0).complete(64, Chain::giveBack);
  }

  private Packet received() {
    int before = got.size();
    right.port().rx(0).poll(64, got::add);
    assertEquals(before + 1, got.size());
    return got.getLast();
  }

  private int poll() {
    return right.port().rx(0).poll(64, Chain::giveBack);
  }

  private Packet exchange(byte[] frame) {
    submit(packet(frame));
    machines.settle();
    assertEquals(1, complete());
    return received();
  }

  private static FrameBuilder ip() {
    return FrameBuilder.ethernet(HERE, THERE).ipv4("192.0.2.1", "198.51.100.2");
  }

  @Test
  void framesArriveUnchanged() {
    for (int i = 0; i < 40; i++) {
      byte[] frame = Frames.numbered(i);
      assertArrayEquals(frame, exchange(frame).toByteArray());
      got.removeLast().giveBack();
    }
  }

  @Test
  void aFrameOverSeveralBuffersIsOneFrameOnTheWireAndAChainAtTheEnd() {
    byte[] frame = Frames.numbered(1, 5000);
    Packet first = packet(Arrays.copyOf(frame, 700));
    Packet second = packet(Arrays.copyOfRange(frame, 700, 2700));
    Packet third = packet(Arrays.copyOfRange(frame, 2700, 4700));
    third.next(packet(Arrays.copyOfRange(frame, 4700, 5000)));
    second.next(third);
    first.next(second);
    submit(first);
    machines.settle();
    assertEquals(1, complete());
    Packet chain = received();
    assertEquals(3, chain.segments());
    assertEquals(5000, chain.frameLength());
    byte[] joined = new byte[5000];
    int at = 0;
    for (Packet part = chain; part != null; part = part.next()) {
      System.arraycopy(part.toByteArray(), 0, joined, at, part.length());
      at += part.length();
    }
    assertArrayEquals(frame, joined);
  }

  @Test
  void countersAgreeAndReadingClears() {
    exchange(Frames.numbered(1, 100));
    exchange(Frames.numbered(2, 1000));
    assertEquals(2, left.nic().read32(GPTC));
    assertEquals(0, left.nic().read32(GPTC));
    assertEquals(1108, left.nic().read32(GOTCL));
    assertEquals(1108, left.nic().read32(GOTCL), "the upper half clears");
    assertEquals(0, left.nic().read32(GOTCH));
    assertEquals(0, left.nic().read32(GOTCL));
    assertEquals(2, right.nic().read32(GPRC));
  }

  @Test
  void aTagGoesInOnOneSideAndComesOutOnTheOther() {
    byte[] frame = ip().udp(1, 2).payload(new byte[40]).build();
    var seen = new ArrayList<byte[]>();
    machines.wire().tap((from, bytes, n, good) -> seen.add(Arrays.copyOf(bytes, n)));
    Packet packet = packet(frame);
    packet.offload().insertVlan(0xa064);
    submit(packet);
    machines.settle();
    assertEquals(1, complete());
    byte[] tagged =
        FrameBuilder.ethernet(HERE, THERE)
            .vlan(0x8100, 0xa064)
            .ipv4("192.0.2.1", "198.51.100.2")
            .udp(1, 2)
            .payload(new byte[40])
            .build();
    assertArrayEquals(tagged, seen.getFirst());
    assertEquals(0xa064, received().metadata().vlan());
    assertArrayEquals(frame, got.getLast().toByteArray());
    assertEquals(RxMetadata.NO_VLAN, exchange(frame).metadata().vlan());
  }

  @Test
  void checksumsOfReceivedFramesAreJudged() {
    byte[] frame = ip().tcp(1, 2).payload(new byte[31]).build();
    assertEquals(Checksum.ALL_GOOD, exchange(frame).metadata().checksum());
    byte[] bad = frame.clone();
    bad[bad.length - 1] ^= 1;
    assertEquals(Checksum.BAD, exchange(bad).metadata().checksum());
    byte[] badHeader = frame.clone();
    badHeader[24] ^= 1;
    assertEquals(Checksum.BAD, exchange(badHeader).metadata().checksum());
    byte[] none = ip().udp(1, 2).noChecksum().payload(new byte[40]).build();
    assertEquals(Checksum.IP_GOOD, exchange(none).metadata().checksum());
    byte[] arp = Frames.numbered(1, 64);
    assertEquals(Checksum.NOT_CHECKED, exchange(arp).metadata().checksum());
    byte[] fragment = ip().fragment(0, true, 1).udp(1, 2).payload(new byte[64]).build();
    assertEquals(Checksum.IP_GOOD, exchange(fragment).metadata().checksum());
  }

  @Test
  void anInterruptIsTakenOnceItsCauseIsEnabled() {
    submit(packet(Frames.numbered(1)));
    machines.settle();
    assertFalse(right.nic().take(0), "masked");
    right.port().unmask(0);
    assertTrue(right.nic().take(0), "a cause that waits interrupts at once");
    assertTrue((right.port().causes(0) & 1) != 0);
    assertFalse(right.nic().take(0));
    assertEquals(1, complete());
    assertEquals(1, poll());
  }

  @Test
  void moderationHoldsTheSecondInterruptBack() {
    right.port().moderate(0, 100_000);
    right.port().unmask(0);
    right.port().causes(0);
    interruptOnce();
    assertEquals(1, sendAndPoll(2));
    assertFalse(right.nic().take(0));
    right.nic().clock().advance(99_000);
    assertFalse(right.nic().take(0));
    right.nic().clock().advance(2_500);
    assertTrue(right.nic().take(0));
  }

  private void interruptOnce() {
    assertEquals(1, sendAndPoll(1));
    assertTrue(right.nic().take(0));
    right.port().causes(0);
    assertFalse(right.nic().take(0));
  }

  private int sendAndPoll(int number) {
    submit(packet(Frames.numbered(number)));
    machines.settle();
    assertEquals(1, complete());
    return poll();
  }

  @Test
  void faultLostInterruptLeavesTheFrameInTheRing() {
    right.port().unmask(0);
    right.port().causes(0);
    right.nic().faults().loseInterrupts(1);
    submit(packet(Frames.numbered(1)));
    machines.settle();
    assertFalse(right.nic().take(0));
    assertFalse(right.nic().take(0), "it does not come later");
    assertEquals(1, complete());
    assertEquals(1, poll());
    right.port().causes(0);
    assertEquals(1, sendAndPoll(2));
    assertTrue(right.nic().take(0));
  }

  @Test
  void faultLateWriteBackHidesWhatHeadAndInterruptSay() {
    left.nic().faults().delayWriteBack(3);
    right.port().unmask(0);
    submit(packet(Frames.numbered(1)));
    left.nic().step(1);
    assertEquals(0, complete());
    assertEquals(1, machines.wire().right().waiting());
    left.nic().step(1);
    left.nic().step(1);
    assertEquals(0, complete());
    left.nic().step(1);
    assertEquals(1, complete());
    machines.settle();
    assertEquals(1, poll());
  }

  @Test
  void faultStuckTransmitQueueMovesAgainAfterSomeSteps() {
    left.nic().faults().stickTransmit(0, 3);
    submit(packet(Frames.numbered(1)));
    assertEquals(0, left.nic().step(1));
    assertEquals(0, left.nic().step(1));
    assertEquals(1, left.nic().step(1));
    assertEquals(1, complete());
    machines.settle();
    assertEquals(1, poll());
  }

  @Test
  void faultStuckUntilResetIsEndedByARestartOnly() {
    left.nic().faults().stickTransmit(0, Faults.UNTIL_RESET);
    submit(packet(Frames.numbered(1)));
    left.nic().process();
    left.nic().step(1000);
    assertEquals(0, complete());
    left.port().stop(Chain::giveBack);
    left.port().start(left.port().settings());
    assertEquals(1, sendAndPoll(2));
  }

  @Test
  void faultStuckReceiveQueueLosesFrames() {
    right.nic().faults().stickReceive(0, Faults.UNTIL_RESET);
    assertEquals(0, sendAndPoll(1));
    right.port().stop(Chain::giveBack);
    right.port().start(right.port().settings());
    assertEquals(1, sendAndPoll(2));
  }

  @Test
  void faultLinkFlapIsACauseAndLosesNothingThatWaits() {
    int last = right.port().vectors() - 1;
    right.port().causes(last);
    right.nic().faults().flapLink();
    assertTrue((right.port().causes(last) & 4) != 0);
    assertTrue(right.port().linkUp());
    left.nic().faults().linkDown();
    assertFalse(left.port().linkUp());
    submit(packet(Frames.numbered(1)));
    assertEquals(0, left.nic().process());
    left.nic().faults().linkUp();
    machines.settle();
    assertEquals(1, complete());
    assertEquals(1, poll());
  }

  @Test
  void faultFailedFetchStopsTheDeviceUntilReset() {
    left.nic().faults().failDescriptorFetch();
    submit(packet(Frames.numbered(1)));
    assertEquals(0, left.nic().process());
    assertEquals(1, left.nic().faults().dmaErrors());
    assertEquals(0, left.nic().process());
    assertEquals(0, complete());
    left.port().stop(Chain::giveBack);
    left.port().start(left.port().settings());
    assertEquals(1, sendAndPoll(2));
    assertEquals(1, left.nic().faults().dmaErrors());
  }

  @Test
  void faultUnheardDoorbellIsMadeGoodByTheNext() {
    left.nic().faults().ignoreDoorbells(1);
    submit(packet(Frames.numbered(1)));
    assertEquals(0, left.nic().process());
    submit(packet(Frames.numbered(2)));
    machines.settle();
    assertEquals(2, complete());
    assertEquals(2, poll());
  }

  @Test
  void faultDamagedFrameIsCountedAndNotDelivered() {
    left.nic().faults().damageFrames(1);
    assertEquals(0, sendAndPoll(1));
    assertEquals(1, right.nic().read32(0x4000));
    assertEquals(1, sendAndPoll(2));
  }
}
