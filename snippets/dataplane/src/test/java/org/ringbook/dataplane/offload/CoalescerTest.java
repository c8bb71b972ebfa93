package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;

class CoalescerTest {
  private final Receiver receiver = new Receiver();

  @Property(tries = 300)
  void coalescingUndoesSegmenting(
      @ForAll long seed,
      @ForAll boolean ipv6,
      @ForAll boolean isTagged,
      @ForAll boolean timestamps,
      @ForAll boolean fixedId,
      @ForAll int sequence,
      @ForAll @IntRange(max = 0xffff) int id,
      @ForAll @IntRange(min = 1, max = 20_000) int length,
      @ForAll @IntRange(min = 500, max = 1448) int mss) {
    TcpFrame frame = new TcpFrame();
    frame.ipv6 = ipv6;
    frame.addresses = isTagged ? TcpFrame.TAGGED : TcpFrame.PLAIN;
    frame.options = timestamps ? TcpFrame.TIMESTAMPS : "";
    frame.sequence = sequence;
    frame.id = id;
    frame.flags = (seed & 1) == 0 ? 0x10 : 0xd9;
    frame.payload = Bytes.random(seed, length);
    SegmentPlan plan = frame.plan().keepIdentification(fixedId);
    Receiver end = new Receiver();
    List<byte[]> segments = SegmenterTest.cut(frame.bytes(), plan, mss);
    for (byte[] segment : segments) {
      end.coalescer.offer(end.packet(segment));
    }
    end.coalescer.endPoll();
    assertEquals(1, end.delivered.size());
    assertArrayEquals(frame.bytes(), end.frames().getFirst());
    List<byte[]> again = SegmenterTest.cut(end.frames().getFirst(), plan, mss);
    assertEquals(segments.size(), again.size());
    for (int i = 0; i < again.size(); i++) {
      assertArrayEquals(segments.get(i), again.get(i));
    }
  }

  @Property(tries = 300)
  void whateverComesNoByteOfAFlowIsLostOrReordered(@ForAll long seed) {
    Random random = new Random(seed);
    Receiver end = new Receiver(2, 5, 2);
    List<byte[]> offered = new ArrayList<>();
    int[] next = new int[3];
    for (int i = 0; i < 60; i++) {
      int flow = random.nextInt(3);
      TcpFrame frame = full(next[flow]);
      frame.sourcePort = 1000 + flow;
      frame.id = next[flow] / 100;
      frame.payload = Bytes.random(random.nextLong(), random.nextInt(4) == 0 ? 50 : 100);
      frame.flags |= random.nextInt(6) == 0 ? TcpHeader.PSH : 0;
      frame.window += random.nextInt(8) == 0 ? 1 : 0;
      next[flow] += frame.payload.length;
      offered.add(frame.bytes());
      end.coalescer.offer(end.packet(frame.bytes()));
      if (random.nextInt(10) == 0) {
        end.coalescer.endPoll();
      }
    }
    end.coalescer.flush();
    for (int flow = 0; flow < 3; flow++) {
      assertArrayEquals(payloads(offered, flow), payloads(end.frames(), flow));
    }
    end.frames().forEach(SegmenterTest::sound);
    assertEquals(60, end.delivered.stream().mapToInt(Packet::segments).sum());
  }

  private static byte[] payloads(List<byte[]> frames, int flow) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      if (frame[35] == (byte) (1000 + flow)) {
        all.write(frame, 54, frame.length - 54);
      }
    }
    return all.toByteArray();
  }

  @Test
  void aMergedFrameSaysThatItsChecksumsAreGood() {
    Packet first = receiver.packet(full(0).bytes());
    first.metadata().set(77, 0x1234, 1, Checksum.NOT_CHECKED);
    receiver.coalescer.offer(first);
    Packet second = receiver.packet(next(1).bytes());
    second.metadata().set(77, 0x1234, 1, Checksum.ALL_GOOD);
    receiver.coalescer.offer(second);
    receiver.coalescer.endPoll();
    assertSame(first, receiver.delivered.getFirst());
    assertSame(second, first.next());
    assertEquals(Checksum.ALL_GOOD, first.metadata().checksum());
    assertEquals(77, first.metadata().vlan());
    assertEquals(0x1234, first.metadata().hash());
  }

  @Test
  void aFrameThatStaysAloneGoesOnUntouched() {
    TcpFrame frame = full(0);
    Packet packet = receiver.packet(frame.bytes());
    receiver.coalescer.offer(packet);
    assertEquals(0, receiver.delivered.size());
    receiver.coalescer.endPoll();
    assertArrayEquals(frame.bytes(), receiver.frames().getFirst());
    assertEquals(Checksum.NOT_CHECKED, packet.metadata().checksum());
  }

  @Test
  void pshEndsTheMergedFrame() {
    receiver.offer(full(0));
    TcpFrame last = next(1);
    last.flags |= TcpHeader.PSH;
    assertEquals(Coalescing.MERGED, receiver.offer(last));
    assertEquals(1, receiver.delivered.size());
    assertEquals(Coalescing.HELD, receiver.offer(next(2)));
  }

  @Test
  void finEndsTheMergedFrame() {
    receiver.offer(full(0));
    TcpFrame last = next(1);
    last.flags |= TcpHeader.FIN;
    assertEquals(Coalescing.MERGED, receiver.offer(last));
    assertEquals(0x11, receiver.frames().getFirst()[47]);
  }

  @Test
  void aShortSegmentEndsTheMergedFrame() {
    receiver.offer(full(0));
    TcpFrame last = next(1);
    last.payload = new byte[99];
    assertEquals(Coalescing.MERGED, receiver.offer(last));
    assertEquals(1, receiver.delivered.size());
  }

  @Test
  void paddingIsNotPayload() {
    TcpFrame first = full(0);
    first.payload = new byte[] {1, 2, 3};
    TcpFrame second = full(3);
    second.id = 101;
    second.payload = new byte[] {4, 5, 6};
    for (TcpFrame frame : List.of(first, second)) {
      Packet packet = receiver.packet(frame.bytes());
      packet.pad(60);
      receiver.coalescer.offer(packet);
    }
    receiver.coalescer.endPoll();
    TcpFrame whole = full(0);
    whole.payload = new byte[] {1, 2, 3, 4, 5, 6};
    assertArrayEquals(whole.bytes(), receiver.frames().getFirst());
  }

  @Test
  void aFullTableLetsTheOldestFlowGo() {
    Receiver small = new Receiver(2, 64, 1);
    for (int port = 1; port <= 3; port++) {
      TcpFrame frame = full(0);
      frame.sourcePort = port;
      assertEquals(Coalescing.HELD, small.offer(frame));
    }
    assertEquals(1, small.delivered.size());
    assertEquals(1, small.frames().getFirst()[35]);
  }

  @Test
  void framesAreHeldForTheAllowedNumberOfPolls() {
    Receiver patient = new Receiver(4, 64, 2);
    patient.offer(full(0));
    patient.coalescer.endPoll();
    assertEquals(0, patient.delivered.size());
    assertEquals(Coalescing.MERGED, patient.offer(next(1)));
    patient.coalescer.endPoll();
    assertEquals(1, patient.delivered.size());
    assertEquals(2, patient.delivered.getFirst().segments());
  }

  @Test
  void flushingLetsEverythingGo() {
    Receiver patient = new Receiver(4, 64, 9);
    patient.offer(full(0));
    patient.coalescer.flush();
    assertEquals(1, patient.delivered.size());
    patient.coalescer.flush();
    assertEquals(1, patient.delivered.size());
  }

  /** A segment of 100 bytes of the flow, at a sequence number. */
  static TcpFrame full(int sequence) {
    TcpFrame frame = new TcpFrame();
    frame.sequence = sequence;
    frame.payload = Bytes.random(sequence, 100);
    return frame;
  }

  /** The segment with an index, as the sender numbers them. */
  static TcpFrame next(int index) {
    TcpFrame frame = full(index * 100);
    frame.id += index;
    return frame;
  }
}
