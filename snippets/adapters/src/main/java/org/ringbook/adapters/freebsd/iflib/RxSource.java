package org.ringbook.adapters.freebsd.iflib;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * Buffers that iflib handed over, for the core's ring to post: a bus address and an
 * index, no memory. The view that each packet gets is one and the same page that
 * can't be written; a driver of iflib has no business with bytes.
 */
final class RxSource implements PacketSource {
  private record Buffer(long address, int index) {}

  private static final MemorySegment NOTHING =
      MemorySegment.ofArray(new byte[Mbufs.MCLBYTES]).asReadOnly();

  private final Deque<Buffer> waiting = new ArrayDeque<>();
  private final PacketShells shells;

  RxSource(int buffers) {
    shells = new PacketShells(buffers);
  }

  void add(Refill refill) {
    for (int i = 0; i < refill.count(); i++) {
      waiting.add(new Buffer(refill.addresses()[i], refill.indices()[i]));
    }
  }

  @Override
  public Packet take() {
    Buffer next = waiting.poll();
    if (next == null) {
      return Packet.NONE;
    }
    Packet shell = shells.wrap(NOTHING, next.address());
    shell.attach(next);
    return shell;
  }

  /** iflib's index of a packet's buffer. */
  int index(Packet packet) {
    return ((Buffer) packet.attachment()).index();
  }

  /** Forgets what was not posted; the memory is iflib's to free. */
  void clear() {
    waiting.clear();
  }

  @Override
  public int bufferSize() {
    return Mbufs.MCLBYTES;
  }

  int packetsOut() {
    return shells.outstanding();
  }
}
