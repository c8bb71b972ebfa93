package org.ringbook.adapters.netbsd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where mbufs come from and go to (mbuf(9)). An mbuf and its cluster are asked for
 * one after the other, and each can fail.
 */
public final class Mbufs {
  /** {@code MHLEN}: bytes inside an mbuf with a packet header, on 64 bits. */
  public static final int MHLEN = 400;

  /** {@code MCLBYTES}: bytes of a cluster. */
  public static final int MCLBYTES = 2048;

  private static final int CACHE_LINE = 64;

  private final Kernel kernel;
  private int failures;
  private int outstanding;

  /** The allocator of a kernel. */
  public Mbufs(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Mbufs that were allocated and not freed. */
  public int outstanding() {
    return outstanding;
  }

  /** Lets the next {@code count} allocations fail. */
  public void fail(int count) {
    failures = count;
  }

  private boolean fails() {
    if (failures == 0) {
      return false;
    }
    failures--;
    return true;
  }

  /** {@code m_gethdr(M_DONTWAIT, MT_DATA)}: storage of {@link #MHLEN}; or null. */
  public Mbuf gethdr() {
    kernel.call("m_gethdr");
    return fails() ? null : make(new PacketHeader());
  }

  /** {@code m_get(M_DONTWAIT, MT_DATA)}: without packet header; or null. */
  public Mbuf get() {
    kernel.call("m_get");
    return fails() ? null : make(null);
  }

  /** {@code m_gethdr(M_WAIT, MT_DATA)}: never null, but may sleep. */
  public Mbuf gethdrWaiting() {
    kernel.callThatSleeps("m_gethdr");
    return make(new PacketHeader());
  }

  private Mbuf make(PacketHeader header) {
    outstanding++;
    return new Mbuf(kernel.machine().memory().allocate(MHLEN, CACHE_LINE), header);
  }

  /**
   * {@code MCLGET(m, M_DONTWAIT)}: gives an empty mbuf a cluster.
   *
   * @return whether M_EXT is set now; the macro returns nothing, drivers look
   */
  public boolean clget(Mbuf m) {
    kernel.call("MCLGET");
    if (fails()) {
      return false;
    }
    kernel.machine().memory().free(m.storage());
    m.cluster(kernel.machine().memory().allocate(MCLBYTES, CACHE_LINE));
    return true;
  }

  /** {@code m_freem}: frees a whole chain; null is allowed. */
  public void freem(Mbuf chain) {
    kernel.call("m_freem");
    if (chain != null) {
      chain.requireUnloaded("m_freem");
      Rule.TRANSMIT_TAPPED.require(!chain.wasSentUnseen(), "sent, and no bpf_mtap");
    }
    Mbuf m = chain;
    while (m != null) {
      Mbuf next = m.next();
      free(m);
      m = next;
    }
  }

  private void free(Mbuf m) {
    m.freed();
    kernel.machine().memory().free(m.storage());
    outstanding--;
  }

  /** An mbuf with a cluster, or null: the usual pair of calls. */
  public Mbuf withCluster(boolean header) {
    Mbuf m = header ? gethdr() : get();
    if (m != null && !clget(m)) {
      freem(m);
      return null;
    }
    return m;
  }

  /**
   * {@code m_defrag}: copies a packet into as few clusters as hold it.
   *
   * @return the copy, the old chain is freed; or null: it is still the caller's
   */
  public Mbuf defrag(Mbuf packet) {
    kernel.call("m_defrag");
    byte[] bytes = packet.toByteArray();
    Mbuf first = null;
    Mbuf last = null;
    for (int at = 0; at < bytes.length; at += MCLBYTES) {
      Mbuf m = withCluster(false);
      if (m == null) {
        freem(first);
        return null;
      }
      fill(m, bytes, at);
      first = first == null ? m : first;
      if (last != null) {
        last.next(m);
      }
      last = m;
    }
    first.inherit(packet);
    freem(packet);
    return first;
  }

  private static void fill(Mbuf m, byte[] bytes, int from) {
    m.length(Math.min(MCLBYTES, bytes.length - from));
    MemorySegment.copy(bytes, from, m.data(), ValueLayout.JAVA_BYTE, 0, m.length());
  }

  /**
   * {@code m_copyback} behind the packet's end: adds zeros.
   *
   * @return false if there was no room in the last mbuf and no other to be had
   */
  public boolean pad(Mbuf packet, int bytes) {
    kernel.call("m_copyback");
    Mbuf last = packet;
    while (last.next() != null) {
      last = last.next();
    }
    if (last.trailingSpace() < bytes) {
      Mbuf more = get();
      if (more == null) {
        return false;
      }
      last.next(more);
      last = more;
    }
    int end = last.length();
    last.length(end + bytes);
    last.data().asSlice(end).fill((byte) 0);
    packet.header().length(packet.header().length() + bytes);
    return true;
  }
}
