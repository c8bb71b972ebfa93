package org.ringbook.adapters.windows;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.early.EarlyProgram;
import org.ringbook.adapters.early.EarlyVerdict;
import org.ringbook.adapters.early.WireFrame;

/**
 * The program in a lightweight filter, between the miniport and the protocols: each
 * list that the miniport indicates goes through FilterReceiveNetBufferLists first.
 *
 * <p>A filter borrows what it is given. It can pass a list on or return it, but to
 * send the frame it needs a list of its own; and with NDIS_RECEIVE_FLAGS_RESOURCES
 * it must not even return it: the miniport takes it back when the call ends.
 */
public final class FilterModule {
  private static final int LARGEST = 65_536 + 18;

  /** NDIS around the filter: what it calls, above and below. */
  public interface Neighbours {
    /** {@code NdisFIndicateReceiveNetBufferLists}. */
    void indicate(NetBufferList list, boolean resources);

    /** {@code NdisFReturnNetBufferLists}. */
    void giveBack(NetBufferList list);

    /** {@code NdisFSendNetBufferLists}. */
    void send(NetBufferList own);
  }

  private final EarlyProgram program;
  private final NetBufferListPool pool;
  private final Neighbours ndis;
  private final WireFrame frame = new WireFrame(LARGEST);

  /** A filter module that is attached and running, with a pool for what it sends. */
  public FilterModule(
      EarlyProgram program, // decides
      NetBufferListPool pool,
      Neighbours ndis) {
    this.program = program;
    this.pool = pool;
    this.ndis = ndis;
  }

  // tag::filter[]
  /**
   * FilterReceiveNetBufferLists, for one list: NDIS gives a chain of them.
   *
   * @param list with one frame, as all received ones
   * @param resources NDIS_RECEIVE_FLAGS_RESOURCES: lent for this call only
   */
  public EarlyVerdict receive(NetBufferList list, boolean resources) {
    read(list);
    EarlyVerdict verdict = program.judge(frame.whole());
    if (verdict == EarlyVerdict.PASS) {
      ndis.indicate(list, resources);
      return verdict;
    }
    if (verdict == EarlyVerdict.TX) {
      ndis.send(copy());
    }
    if (!resources) {
      ndis.giveBack(list);
    }
    return verdict;
  }

  private void read(NetBufferList list) {
    frame.begin();
    int skip = list.first().currentMdlOffset();
    int left = list.first().dataLength();
    for (Mdl at = list.first().currentMdl(); left > 0; at = at.next()) {
      int bytes = Math.min(at.byteCount() - skip, left);
      frame.add(at.memory().asSlice(skip, bytes));
      left -= bytes;
      skip = 0;
    }
    if (list.vlan().present()) {
      frame.insertTag(list.vlan().control());
    }
  }

  // end::filter[]

  /** A list of the filter's own; its tag is in the frame, so none is beside it. */
  private NetBufferList copy() {
    byte[] bytes = frame.whole().toArray(JAVA_BYTE);
    Mdl memory = new Mdl(MemorySegment.ofArray(bytes));
    return pool.allocate(new NetBuffer(memory, 0, bytes.length));
  }

  /** FilterSendNetBufferListsComplete: the filter's own lists come back here. */
  public void sendComplete(NetBufferList own) {
    pool.free(own);
  }
}
