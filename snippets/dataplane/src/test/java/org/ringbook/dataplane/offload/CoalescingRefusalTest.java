package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;

/** Each rule that keeps a segment from being merged with the one before. */
class CoalescingRefusalTest {
  private final Receiver receiver = new Receiver();

  @Test
  void aSegmentInOrderIsMerged() {
    assertEquals(Coalescing.MERGED, second(frame -> {}));
    assertEquals(Coalescing.MERGED, second6(frame -> {}));
  }

  @Test
  void anotherPortIsAnotherFlow() {
    assertEquals(Coalescing.HELD, second(frame -> frame.sourcePort++));
    assertEquals(0, receiver.delivered.size());
  }

  @Test
  void anotherVlanIsAnotherFlow() {
    assertEquals(Coalescing.HELD, second(frame -> frame.addresses = TcpFrame.TAGGED));
    assertEquals(0, receiver.delivered.size());
  }

  @Test
  void anotherVlanThatTheDeviceTookOutIsAnotherFlow() {
    receiver.offer(CoalescerTest.full(0));
    Packet packet = receiver.packet(CoalescerTest.next(1).bytes());
    packet.metadata().set(100, 0, 0, Checksum.ALL_GOOD);
    assertEquals(Coalescing.HELD, receiver.coalescer.offer(packet));
  }

  @Test
  void anotherEthernetSenderIsAnotherFlow() {
    Consumer<TcpFrame> change = frame -> frame.addresses = "020000000002020000000003";
    assertEquals(Coalescing.HELD, second(change));
  }

  @Test
  void aGapInTheSequenceIsRefused() {
    refused(Coalescing.SEQUENCE, frame -> frame.sequence += 100);
  }

  @Test
  void aRepeatedSegmentIsRefused() {
    refused(Coalescing.SEQUENCE, frame -> frame.sequence -= 100);
  }

  @Test
  void aSegmentThatOverlapsIsRefused() {
    refused(Coalescing.SEQUENCE, frame -> frame.sequence -= 1);
  }

  @Test
  void synIsPassedOn() {
    passedOn(Coalescing.CONTROL_FLAGS, frame -> frame.flags |= TcpHeader.SYN);
  }

  @Test
  void rstIsPassedOn() {
    passedOn(Coalescing.CONTROL_FLAGS, frame -> frame.flags |= TcpHeader.RST);
  }

  @Test
  void urgIsPassedOn() {
    passedOn(Coalescing.CONTROL_FLAGS, frame -> frame.flags |= TcpHeader.URG);
  }

  @Test
  void aPureAcknowledgmentIsPassedOn() {
    passedOn(Coalescing.NO_PAYLOAD, frame -> frame.payload = new byte[0]);
  }

  @Test
  void aFinWithoutPayloadIsPassedOn() {
    passedOn(
        Coalescing.NO_PAYLOAD,
        frame -> {
          frame.flags |= TcpHeader.FIN;
          frame.payload = new byte[0];
        });
  }

  @Test
  void pshAloneIsNotHeld() {
    TcpFrame frame = CoalescerTest.full(0);
    frame.flags |= TcpHeader.PSH;
    assertEquals(Coalescing.PUSHED, receiver.offer(frame));
    assertEquals(1, receiver.delivered.size());
  }

  @Test
  void finAloneIsNotHeld() {
    TcpFrame frame = CoalescerTest.full(0);
    frame.flags |= TcpHeader.FIN;
    assertEquals(Coalescing.PUSHED, receiver.offer(frame));
    assertEquals(1, receiver.delivered.size());
  }

  @Test
  void cwrIsOnTheFirstOnly() {
    refused(Coalescing.WINDOW_REDUCED, frame -> frame.flags |= TcpHeader.CWR);
  }

  @Test
  void anotherEceIsRefused() {
    refused(Coalescing.FLAGS, frame -> frame.flags |= TcpHeader.ECE);
  }

  @Test
  void anotherWindowIsRefused() {
    refused(Coalescing.WINDOW, frame -> frame.window++);
  }

  @Test
  void anotherAcknowledgmentIsRefused() {
    refused(Coalescing.ACKNOWLEDGMENT, frame -> frame.acknowledgment++);
  }

  @Test
  void moreOptionsAreRefused() {
    refused(Coalescing.OPTIONS, frame -> frame.options = TcpFrame.TIMESTAMPS);
  }

  @Test
  void anotherTimestampIsRefused() {
    TcpFrame first = CoalescerTest.full(0);
    first.options = TcpFrame.TIMESTAMPS;
    receiver.offer(first);
    TcpFrame second = CoalescerTest.next(1);
    second.options = "0101080a0000111200002222";
    assertEquals(Coalescing.OPTIONS, receiver.offer(second));
  }

  @Test
  void optionsOfIpv4ArePassedOn() {
    passedOn(Coalescing.IP_OPTIONS, frame -> frame.ipOptions = "94040000");
  }

  @Test
  void extensionsOfIpv6ArePassedOn() {
    Coalescing found = second6(frame -> frame.ipOptions = "0600010400000000");
    assertEquals(Coalescing.IP_OPTIONS, found);
    assertEquals(2, receiver.delivered.size());
  }

  @Test
  void aFirstFragmentIsPassedOn() {
    passedOn(Coalescing.FRAGMENT, frame -> frame.fragment = 0x2000);
  }

  @Test
  void aLaterFragmentIsPassedOn() {
    TcpFrame frame = CoalescerTest.next(1);
    frame.fragment = 0x0010;
    assertEquals(Coalescing.FRAGMENT, receiver.offer(frame));
  }

  @Test
  void aMarkOfCongestionIsNotSpread() {
    refused(Coalescing.CONGESTION_MARK, frame -> frame.trafficClass = 3);
    assertEquals(Coalescing.CONGESTION_MARK, second6(frame -> frame.trafficClass = 3));
  }

  @Test
  void anotherTypeOfServiceIsRefused() {
    refused(Coalescing.TRAFFIC_CLASS, frame -> frame.trafficClass = 0xb8);
    assertEquals(Coalescing.TRAFFIC_CLASS, second6(frame -> frame.trafficClass = 4));
  }

  @Test
  void anotherTimeToLiveIsRefused() {
    refused(Coalescing.TIME_TO_LIVE, frame -> frame.timeToLive--);
    assertEquals(Coalescing.TIME_TO_LIVE, second6(frame -> frame.timeToLive--));
  }

  @Test
  void anotherFlowLabelIsRefused() {
    byte[] frame = sixth(1).bytes();
    frame[17] = 1;
    receiver.offer(sixth(0));
    Packet packet = receiver.packet(frame);
    assertEquals(Coalescing.FLOW_LABEL, receiver.coalescer.offer(packet));
  }

  @Test
  void anotherDontFragmentIsRefused() {
    refused(Coalescing.DONT_FRAGMENT, frame -> frame.fragment = 0);
  }

  @Test
  void anIdentificationThatSkipsIsRefused() {
    refused(Coalescing.IDENTIFICATION, frame -> frame.id++);
  }

  @Test
  void aConstantIdentificationNeedsDontFragment() {
    assertEquals(Coalescing.MERGED, second(frame -> frame.id--));
    receiver.coalescer.flush();
    TcpFrame first = CoalescerTest.full(0);
    first.fragment = 0;
    receiver.offer(first);
    TcpFrame second = CoalescerTest.full(100);
    second.fragment = 0;
    assertEquals(Coalescing.IDENTIFICATION, receiver.offer(second));
  }

  @Test
  void identificationsThatCountedGoOnCounting() {
    receiver.offer(CoalescerTest.full(0));
    receiver.offer(CoalescerTest.next(1));
    TcpFrame third = CoalescerTest.next(2);
    third.id--;
    assertEquals(Coalescing.IDENTIFICATION, receiver.offer(third));
  }

  @Test
  void aLongerSegmentIsRefused() {
    refused(Coalescing.SEGMENT_SIZE, frame -> frame.payload = new byte[101]);
  }

  @Test
  void noMergedPacketExceedsItsLengthField() {
    Receiver wide = new Receiver(1, 100, 1);
    int merged = 0;
    Coalescing last = Coalescing.MERGED;
    for (int i = 0; last == Coalescing.MERGED || i == 1; i++) {
      TcpFrame frame = CoalescerTest.full(i * 1460);
      frame.id += i;
      frame.payload = new byte[1460];
      last = wide.offer(frame);
      merged += i > 0 && last == Coalescing.MERGED ? 1 : 0;
      last = i == 0 ? Coalescing.MERGED : last;
    }
    assertEquals(Coalescing.SIZE_LIMIT, last);
    assertEquals(43, merged);
    assertEquals(14 + 40 + 44 * 1460, wide.delivered.getFirst().frameLength());
  }

  @Test
  void theLastByteOfTheLengthFieldIsUsedAndNoneBeyond() {
    assertEquals(Coalescing.MERGED, afterManyBytes(495));
    assertEquals(Coalescing.SIZE_LIMIT, afterManyBytes(496));
  }

  /** 40 bytes of headers, 65 segments of 1000 that merge, then one of so many. */
  private static Coalescing afterManyBytes(int bytes) {
    Receiver wide = new Receiver(1, 100, 1);
    for (int i = 0; i < 65; i++) {
      wide.offer(segment(i, 1000));
    }
    return wide.offer(segment(65, bytes));
  }

  private static TcpFrame segment(int index, int bytes) {
    TcpFrame frame = CoalescerTest.full(index * 1000);
    frame.id += index;
    frame.payload = new byte[bytes];
    return frame;
  }

  @Test
  void noChainExceedsItsMostPackets() {
    Receiver narrow = new Receiver(1, 2, 1);
    narrow.offer(CoalescerTest.full(0));
    assertEquals(Coalescing.MERGED, narrow.offer(CoalescerTest.next(1)));
    assertEquals(Coalescing.SIZE_LIMIT, narrow.offer(CoalescerTest.next(2)));
  }

  @Test
  void aWrongTcpChecksumIsPassedOn() {
    byte[] frame = CoalescerTest.next(1).bytes();
    frame[frame.length - 1] ^= 1;
    spoiled(receiver.packet(frame));
  }

  @Test
  void aWrongIpChecksumIsPassedOn() {
    byte[] frame = CoalescerTest.next(1).bytes();
    frame[24] ^= 1;
    spoiled(receiver.packet(frame));
  }

  @Test
  void aChecksumThatTheDeviceFoundWrongIsPassedOn() {
    Packet packet = receiver.packet(CoalescerTest.next(1).bytes());
    packet.metadata().set(RxMetadata.NO_VLAN, 0, 0, Checksum.BAD);
    spoiled(packet);
  }

  private void spoiled(Packet packet) {
    byte[] before = packet.toByteArray();
    receiver.offer(CoalescerTest.full(0));
    assertEquals(Coalescing.BAD_CHECKSUM, receiver.coalescer.offer(packet));
    assertEquals(2, receiver.delivered.size());
    assertArrayEquals(before, receiver.frames().get(1));
  }

  @Test
  void aFrameInSeveralBuffersIsPassedOn() {
    byte[] frame = CoalescerTest.next(1).bytes();
    Packet first = receiver.packet(Arrays.copyOf(frame, 100));
    first.next(receiver.packet(new byte[54]));
    receiver.offer(CoalescerTest.full(0));
    assertEquals(Coalescing.SEVERAL_BUFFERS, receiver.coalescer.offer(first));
    assertEquals(2, receiver.delivered.size());
  }

  @Test
  void whatIsNotTcpIsPassedOn() {
    Packet packet = receiver.packet(new byte[60]);
    assertEquals(Coalescing.NOT_TCP, receiver.coalescer.offer(packet));
    byte[] cut = Arrays.copyOf(CoalescerTest.full(0).bytes(), 70);
    Packet broken = receiver.packet(cut);
    assertEquals(Coalescing.NOT_TCP, receiver.coalescer.offer(broken));
    assertEquals(2, receiver.delivered.size());
  }

  private Coalescing second(Consumer<TcpFrame> change) {
    receiver.offer(CoalescerTest.full(0));
    TcpFrame frame = CoalescerTest.next(1);
    change.accept(frame);
    return receiver.offer(frame);
  }

  private Coalescing second6(Consumer<TcpFrame> change) {
    receiver.coalescer.flush();
    receiver.delivered.clear();
    receiver.offer(sixth(0));
    TcpFrame frame = sixth(1);
    change.accept(frame);
    return receiver.offer(frame);
  }

  private static TcpFrame sixth(int index) {
    TcpFrame frame = CoalescerTest.next(index);
    frame.ipv6 = true;
    return frame;
  }

  /** The frame before goes on, and this one is held in its place. */
  private void refused(Coalescing why, Consumer<TcpFrame> change) {
    assertEquals(why, second(change));
    assertTrue(why.isRefusal());
    assertEquals(1, receiver.delivered.size());
    receiver.coalescer.endPoll();
    assertEquals(2, receiver.delivered.size());
    assertEquals(1, receiver.delivered.get(0).segments());
  }

  /** The frame before goes on, and this one right behind it. */
  private void passedOn(Coalescing why, Consumer<TcpFrame> change) {
    assertEquals(why, second(change));
    assertTrue(why.isPassedOn());
    assertEquals(2, receiver.delivered.size());
  }
}
