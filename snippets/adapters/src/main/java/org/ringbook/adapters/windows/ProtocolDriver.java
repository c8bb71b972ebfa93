package org.ringbook.adapters.windows;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.OutOfDmaMemory;

/** A protocol driver in the place of TCP/IP: it sends what it is told to. */
final class ProtocolDriver implements Protocol {
  /** Bytes before the data of the first MDL, as protocols leave them for headers. */
  private static final int HEADROOM = 16;

  private final HostMemory memory;
  private final int limit;
  private final List<Incoming> received = new ArrayList<>();
  private final ListQueue lent = new ListQueue();
  private NetBufferListPool pool;
  private AdapterControl control;
  private NdisStatus lastStatus = NdisStatus.SUCCESS;
  private boolean up;
  private int outstanding;

  /**
   * A protocol.
   *
   * @param memory for its MDLs
   * @param limit lists that it sends before any is completed
   */
  ProtocolDriver(HostMemory memory, int limit) {
    this.memory = memory;
    this.limit = limit;
  }

  void bind(Processor processor, AdapterControl adapterControl) {
    pool = new NetBufferListPool(processor);
    control = adapterControl;
  }

  Sent send(Outgoing frame) {
    if (isFull()) {
      return Sent.PUSHED_BACK;
    }
    List<byte[]> pieces = prepared(frame);
    Mdl first = mdls(pieces);
    if (first == null) {
      return Sent.DROPPED;
    }
    int length = pieces.stream().mapToInt(piece -> piece.length).sum();
    NetBufferList list = pool.allocate(new NetBuffer(first, HEADROOM, length));
    describe(frame, whole(pieces), list);
    outstanding++;
    lastStatus = NdisStatus.SUCCESS;
    control.send(list);
    return lastStatus == NdisStatus.SUCCESS ? Sent.TAKEN : Sent.DROPPED;
  }

  /** Leaves the sum of the pseudo header, without length for a large send. */
  private static List<byte[]> prepared(Outgoing frame) {
    if (!frame.checksum()) {
      return frame.pieces();
    }
    byte[] whole = whole(frame.pieces());
    Headers headers = Headers.of(whole);
    headers.clearIpChecksum();
    boolean large = frame.segmentSize() > 0;
    headers.writePseudoSum(large ? 0 : whole.length - headers.transport());
    return cut(whole, frame.pieces());
  }

  private static byte[] whole(List<byte[]> pieces) {
    var out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static List<byte[]> cut(byte[] whole, List<byte[]> like) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (byte[] piece : like) {
      pieces.add(Arrays.copyOfRange(whole, from, from + piece.length));
      from += piece.length;
    }
    return pieces;
  }

  private Mdl mdls(List<byte[]> pieces) {
    Mdl next = null;
    try {
      for (int i = pieces.size() - 1; i >= 0; i--) {
        int room = i == 0 ? HEADROOM : 0;
        byte[] bytes = pieces.get(i);
        MemorySegment data = memory.allocate(room + bytes.length, 16, "MDL");
        MemorySegment.copy(bytes, 0, data, JAVA_BYTE, room, bytes.length);
        Mdl mdl = new Mdl(data);
        mdl.next(next);
        next = mdl;
      }
      return next;
    } catch (OutOfDmaMemory e) {
      freeMdls(next);
      return null;
    }
  }

  private void freeMdls(Mdl first) {
    for (Mdl at = first; at != null; at = at.next()) {
      memory.free(at.memory());
    }
  }

  private static void describe(Outgoing frame, byte[] whole, NetBufferList list) {
    if (frame.vlan() != Outgoing.NO_VLAN) {
      list.vlan(Ieee8021QInfo.of(frame.vlan()));
    }
    if (!frame.checksum()) {
      return;
    }
    Headers at = Headers.of(whole);
    boolean ipv6 = at.isIpv6();
    int transport = at.transport();
    if (frame.segmentSize() > 0) {
      list.largeSend(new LargeSendInfo(frame.segmentSize(), transport, ipv6));
      return;
    }
    boolean tcp = at.isTcp();
    list.checksum(new ChecksumInfo(ipv6, !ipv6, tcp, !tcp, transport, false));
  }

  @Override
  public void sendComplete(NetBufferList list) {
    lastStatus = list.status();
    freeMdls(list.first().currentMdl());
    pool.free(list);
    outstanding--;
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {
    int vlan = list.vlan().present() ? list.vlan().control() : Outgoing.NO_VLAN;
    boolean good = list.checksum().tcp() && !list.checksum().failed();
    byte[] bytes = list.first().toByteArray();
    received.add(new Incoming(bytes, vlan, list.queue(), list.hash(), good, 1));
    if (keep) {
      lent.add(list);
    }
  }

  @Override
  public void linkState(boolean isUp) {
    up = isUp;
  }

  /** Returns what was received and kept. */
  void giveBack() {
    if (!lent.isEmpty()) {
      control.giveBack(lent.takeAll());
    }
  }

  List<Incoming> received() {
    List<Incoming> all = List.copyOf(received);
    received.clear();
    return all;
  }

  boolean linkUp() {
    return up;
  }

  /** Lists sent and not completed before this one holds back. */
  int limit() {
    return limit;
  }

  boolean isFull() {
    return outstanding >= limit;
  }

  /** Lists sent and not completed. */
  int outstanding() {
    return outstanding;
  }
}
