package org.ringbook.adapters.rtos;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.dma.CoherentMemory;

/** The network stack: a task below the driver's, and the pool it sends from. */
final class NetworkStack {
  private static final int PRIORITY = 2;
  private static final int BUFFER_SIZE = 2048;

  private final StaticPool pool;
  private final Task task;
  private final List<Incoming> received = new ArrayList<>();
  private long discarded;

  NetworkStack(Rtos rtos, CoherentMemory memory, int ringSize) {
    pool = new StaticPool(rtos, memory, 4 * ringSize, BUFFER_SIZE);
    task = new Task(rtos, "stack", PRIORITY, 2 * ringSize, this::serve);
  }

  /** Takes a received frame from the driver. */
  void input(NetworkBuffer frame) {
    if (!task.send(frame)) {
      discarded++;
      frame.release();
    }
  }

  private void serve(Object message) {
    NetworkBuffer frame = (NetworkBuffer) message;
    byte[] bytes = frame.toByteArray();
    boolean good = frame.isChecksumGood();
    received.add(new Incoming(bytes, Outgoing.NO_VLAN, 0, 0, good, 1));
    frame.release();
  }

  /** A frame in buffers of the pool, a piece each; null if too few are left. */
  NetworkBuffer frame(Outgoing outgoing) {
    NetworkBuffer first = null;
    NetworkBuffer last = null;
    for (byte[] piece : pieces(outgoing)) {
      NetworkBuffer buffer = pool.get();
      if (buffer == null) {
        if (first != null) {
          first.release();
        }
        return null;
      }
      MemorySegment.copy(piece, 0, buffer.memory(), JAVA_BYTE, 0, piece.length);
      buffer.length(piece.length);
      if (first == null) {
        first = buffer;
      } else {
        last.next(buffer);
      }
      last = buffer;
    }
    first.wantChecksum(outgoing.checksum());
    return first;
  }

  /**
   * With the tag in the frame, and checksum fields of 0 if the device computes them.
   */
  private static List<byte[]> pieces(Outgoing outgoing) {
    byte[] whole = whole(outgoing.pieces());
    if (outgoing.checksum()) {
      Headers.of(whole).clearIpChecksum();
    }
    List<byte[]> pieces = cut(whole, outgoing.pieces());
    int vlan = outgoing.vlan();
    return vlan == Outgoing.NO_VLAN ? pieces : tagged(pieces, vlan);
  }

  private static byte[] whole(List<byte[]> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
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

  private static List<byte[]> tagged(List<byte[]> pieces, int control) {
    byte[] first = pieces.getFirst();
    byte[] longer = Arrays.copyOf(first, first.length + 4);
    System.arraycopy(first, 12, longer, 16, first.length - 12);
    longer[12] = (byte) 0x81;
    longer[13] = 0;
    longer[14] = (byte) (control >> 8);
    longer[15] = (byte) control;
    List<byte[]> all = new ArrayList<>(pieces);
    all.set(0, longer);
    return all;
  }

  List<Incoming> received() {
    List<Incoming> all = List.copyOf(received);
    received.clear();
    return all;
  }

  StaticPool pool() {
    return pool;
  }

  long discarded() {
    return discarded;
  }
}
