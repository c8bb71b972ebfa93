package org.ringbook.adapters.early;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.early.Recording.Answer;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.PfilHook;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.windows.FilterModule;
import org.ringbook.adapters.windows.Ieee8021QInfo;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.Processor;

/** Each hook gives each frame the verdict, and the bytes, that the kernel gave it. */
class RecordedVerdictsTest {
  private static final int ADDRESSES = 12;
  private static final int TAG_BYTES = 4;

  private final EarlyProgram program = new EarlyProgram(Recording.rules());
  private final List<byte[]> sent = new ArrayList<>();

  @Test
  void theRecordingHasEachVerdict() {
    Set<EarlyVerdict> seen = EnumSet.noneOf(EarlyVerdict.class);
    Recording.answers().forEach(answer -> seen.add(answer.verdict()));
    assertEquals(EnumSet.allOf(EarlyVerdict.class), seen);
  }

  @Test
  void theProgramAnswersAsInTheKernel() {
    for (Answer answer : Recording.answers()) {
      byte[] bytes = answer.bytes().clone();
      assertEquals(answer.verdict(), program.judge(MemorySegment.ofArray(bytes)), answer.name());
      assertTrue(answer.isLeftAs(bytes), answer.name());
    }
  }

  @Test
  void pfilAnswersAsInTheKernel() {
    Mbufs mbufs = new Mbufs(new Kernel(Machine.of(1 << 20)));
    PfilHook hook = new PfilHook(program, mbufs, packet -> sent.add(freed(mbufs, packet)));
    for (Answer answer : Recording.answers()) {
      for (int head : List.of(1, 13, 15, answer.bytes().length)) {
        Mbuf packet = mbufs(mbufs, answer.bytes(), head);
        PfilHook.Result result = hook.input(packet);
        assertEquals(answer.verdict(), hook.verdict(), answer.name());
        if (result == PfilHook.Result.PFIL_PASS) {
          assertTrue(answer.isLeftAs(freed(mbufs, packet)), answer.name());
        }
        assertSent(answer);
        assertEquals(0, mbufs.outstanding(), answer.name());
      }
    }
  }

  @Test
  void theFilterAnswersAsInTheKernel() {
    NetBufferListPool pool = new NetBufferListPool(new Processor());
    Neighbours ndis = new Neighbours();
    FilterModule filter = new FilterModule(program, pool, ndis);
    ndis.filter = filter;
    for (Answer answer : Recording.answers()) {
      for (boolean resources : new boolean[] {false, true}) {
        ndis.begin();
        NetBufferList list = list(pool, answer.bytes());
        assertEquals(answer.verdict(), filter.receive(list, resources), answer.name());
        boolean passed = answer.verdict() == EarlyVerdict.PASS;
        assertEquals(passed ? 1 : 0, ndis.indicated, answer.name());
        assertEquals(passed || resources ? 0 : 1, ndis.returned, answer.name());
        assertSent(answer);
        pool.free(list);
        assertEquals(0, pool.allocated(), answer.name());
      }
    }
  }

  /** Exactly those with TX were sent, with the bytes that the kernel had. */
  private void assertSent(Answer answer) {
    boolean one = answer.verdict() == EarlyVerdict.TX;
    assertEquals(one ? 1 : 0, sent.size(), answer.name());
    assertTrue(sent.stream().allMatch(answer::isLeftAs), answer.name());
    sent.clear();
  }

  private static boolean tagged(byte[] frame) {
    boolean room = frame.length >= ADDRESSES + TAG_BYTES + 2;
    return room && (frame[12] & 0xff) == 0x81 && frame[13] == 0;
  }

  private static int control(byte[] frame) {
    return (frame[14] & 0xff) << 8 | (frame[15] & 0xff);
  }

  /** The frame as a device leaves it that takes the outer tag out. */
  private static byte[] stripped(byte[] frame) {
    byte[] rest = Arrays.copyOf(frame, frame.length - TAG_BYTES);
    int behind = ADDRESSES + TAG_BYTES;
    System.arraycopy(frame, behind, rest, ADDRESSES, frame.length - behind);
    return rest;
  }

  private static Mbuf mbufs(Mbufs from, byte[] frame, int head) {
    byte[] bytes = tagged(frame) ? stripped(frame) : frame;
    int cut = Math.min(head, bytes.length);
    Mbuf first = mbuf(from.getcl(), Arrays.copyOf(bytes, cut));
    if (cut < bytes.length) {
      Mbuf rest = from.getjcl(Mbufs.MCLBYTES, false);
      first.next(mbuf(rest, Arrays.copyOfRange(bytes, cut, bytes.length)));
    }
    first.header().length(bytes.length);
    if (tagged(frame)) {
      first.header().vlanTag(control(frame));
    }
    return first;
  }

  private static Mbuf mbuf(Mbuf empty, byte[] bytes) {
    empty.length(bytes.length);
    MemorySegment.copy(bytes, 0, empty.data(), JAVA_BYTE, 0, bytes.length);
    return empty;
  }

  /** Its bytes as the wire would have them; the packet is freed. */
  private static byte[] freed(Mbufs mbufs, Mbuf packet) {
    WireFrame wire = new WireFrame(2048);
    wire.add(MemorySegment.ofArray(packet.toByteArray()));
    if (packet.header().hasVlanTag()) {
      wire.insertTag(packet.header().vlanTag());
    }
    mbufs.freem(packet);
    return wire.whole().toArray(JAVA_BYTE);
  }

  private static NetBufferList list(NetBufferListPool pool, byte[] frame) {
    byte[] bytes = tagged(frame) ? stripped(frame) : frame;
    int reserved = 3;
    byte[] head = new byte[reserved + 13];
    System.arraycopy(bytes, 0, head, reserved, 13);
    byte[] rest = Arrays.copyOfRange(bytes, 13, bytes.length + 5);
    Mdl first = new Mdl(MemorySegment.ofArray(head));
    first.next(new Mdl(MemorySegment.ofArray(rest)));
    NetBufferList list = pool.allocate(new NetBuffer(first, reserved, bytes.length));
    if (tagged(frame)) {
      list.vlan(Ieee8021QInfo.of(control(frame)));
    }
    return list;
  }

  /** Counts what the filter calls; what is sent is complete at once. */
  private final class Neighbours implements FilterModule.Neighbours {
    FilterModule filter;
    int indicated;
    int returned;

    void begin() {
      indicated = 0;
      returned = 0;
    }

    @Override
    public void indicate(NetBufferList list, boolean resources) {
      indicated++;
    }

    @Override
    public void giveBack(NetBufferList list) {
      returned++;
    }

    @Override
    public void send(NetBufferList own) {
      sent.add(own.first().toByteArray());
      filter.sendComplete(own);
    }
  }
}
