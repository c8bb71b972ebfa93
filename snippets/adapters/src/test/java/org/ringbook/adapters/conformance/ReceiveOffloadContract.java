package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.adapters.conformance.IpFrames.ACK;
import static org.ringbook.adapters.conformance.OnBench.assertFrames;
import static org.ringbook.adapters.conformance.OnBench.bytes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;

/** What the device found out about frames on their way in reaches the stack. */
interface ReceiveOffloadContract extends OnBench {

  @Test
  @Proves(Capability.VLAN)
  default void takesTagsOut() {
    byte[] frame = Frames.plain(100);
    for (int tag : new int[] {1, 42, 0xe00a}) {
      Incoming got = receive(TransmitOffloadContract.tagged(frame, tag));
      assertEquals(tag, got.vlan());
      assertArrayEquals(frame, got.bytes());
    }
    assertEquals(Outgoing.NO_VLAN, receive(frame).vlan());
  }

  @Test
  @Proves(Capability.RX_CHECKSUM)
  default void tellsWhichChecksumsAreGood() {
    byte[] payload = IpFrames.payload(333);
    for (int version : new int[] {4, 6}) {
      for (byte[] good :
          List.of(
              IpFrames.tcp(version, 1000, 1, ACK, payload), IpFrames.udp(version, 1000, payload))) {
        assertTrue(receive(good).checksumGood());
        byte[] bad = good.clone();
        bad[bad.length - 1] ^= 1;
        Incoming damaged = receive(bad);
        assertFalse(damaged.checksumGood());
        assertArrayEquals(bad, damaged.bytes());
      }
    }
    assertFalse(receive(Frames.plain(200)).checksumGood(), "nothing to check");
  }

  private Incoming receive(byte[] frame) {
    bench().fromFarEnd(frame);
    bench().settle();
    List<Incoming> received = bench().host().received();
    assertEquals(1, received.size());
    return received.getFirst();
  }

  @Test
  @Proves(Capability.RECEIVE_MERGE)
  default void mergesSegmentsOfOneFlow() {
    byte[] whole = IpFrames.tcp(4, 1000, 1, ACK, IpFrames.payload(7000));
    IpFrames.segments(whole, 1400).forEach(bench()::fromFarEnd);
    bench().settle();
    List<Incoming> received = bench().host().received();
    assertTrue(received.size() < 5, () -> received.size() + " frames for 5 segments");
    assertEquals(5, received.stream().mapToInt(Incoming::segments).sum());
    assertArrayEquals(IpFrames.payload(7000), payloads(received));
  }

  @Test
  @Proves(Capability.RECEIVE_MERGE)
  default void doesNotMergeWhatDoesNotBelongTogether() {
    byte[] payload = IpFrames.payload(1000);
    List<byte[]> strangers =
        List.of(
            IpFrames.tcp(4, 1000, 1, ACK, payload),
            IpFrames.tcp(4, 1001, 1001, ACK, payload),
            IpFrames.tcp(4, 1000, 5001, ACK, payload),
            IpFrames.udp(4, 1000, payload));
    strangers.forEach(bench()::fromFarEnd);
    bench().settle();
    List<Incoming> received = bench().host().received();
    assertEquals(4, received.size());
    assertTrue(received.stream().allMatch(in -> in.segments() == 1));
    assertEquals(sorted(strangers), sorted(bytes(received)));
  }

  private static Set<String> sorted(List<byte[]> frames) {
    TreeSet<String> out = new TreeSet<>();
    frames.forEach(frame -> out.add(Arrays.toString(frame)));
    return out;
  }

  private static byte[] payloads(List<Incoming> frames) {
    byte[] all = new byte[0];
    for (Incoming frame : frames) {
      byte[] bytes = frame.bytes();
      int header = IpFrames.transportOffset(bytes) + 20;
      int at = all.length;
      all = Arrays.copyOf(all, at + bytes.length - header);
      System.arraycopy(bytes, header, all, at, bytes.length - header);
    }
    return all;
  }

  @Test
  @Proves(Capability.RSS)
  default void spreadsFlowsAndKeepsEachOnItsQueue() {
    Map<Integer, Integer> queueOfFlow = new HashMap<>();
    for (int round = 0; round < 3; round++) {
      for (int port = 2000; port < 2064; port++) {
        Incoming in = receive(IpFrames.tcp(4, port, 1, ACK, IpFrames.payload(100)));
        Integer before = queueOfFlow.put(port, in.queue());
        assertTrue(before == null || before == in.queue(), "a flow changed its queue");
      }
    }
    assertTrue(new TreeSet<>(queueOfFlow.values()).size() > 1, "all on one queue");
  }

  @Test
  @Proves(Capability.RSS)
  default void theHashDecidesTheQueue() {
    Map<Integer, Integer> queueOfHash = new HashMap<>();
    for (int port = 2000; port < 2100; port++) {
      byte[] frame = IpFrames.tcp(4, port, 1, ACK, IpFrames.payload(100));
      Incoming in = receive(frame);
      assertFrames(List.of(frame), List.of(in.bytes()));
      Integer before = queueOfHash.put(in.hash(), in.queue());
      assertTrue(before == null || before == in.queue());
    }
    assertTrue(queueOfHash.size() > 50, () -> queueOfHash.size() + " hashes of 100 flows");
  }
}
