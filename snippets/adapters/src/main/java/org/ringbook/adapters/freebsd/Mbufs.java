package org.ringbook.adapters.freebsd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where mbufs come from and go to (mbuf(9)). A driver allocates with M_NOWAIT, and
 * so must live with null; a packet that did not fit is dropped and counted, never
 * waited for.
 */
public final class Mbufs {
  /** {@code MHLEN}: bytes inside an mbuf with a packet header, on 64 bits. */
  public static final int MHLEN = 168;

  /** {@code MCLBYTES}: bytes of an ordinary cluster. */
  public static final int MCLBYTES = 2048;

  /** {@code MJUM16BYTES}: bytes of the largest cluster. */
  public static final int MJUM16BYTES = 16384;

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

  /** {@code m_gethdr(M_NOWAIT, MT_DATA)}: storage of {@link #MHLEN}; or null. */
  public Mbuf gethdr() {
    return allocate("m_gethdr", MHLEN, new PacketHeader());
  }

  /** {@code m_getcl(M_NOWAIT, MT_DATA, M_PKTHDR)}: with a cluster; or null. */
  public Mbuf getcl() {
    return allocate("m_getcl", MCLBYTES, new PacketHeader());
  }

  /**
   * {@code m_getjcl(M_NOWAIT, MT_DATA, M_PKTHDR or 0, size)}, or null.
   *
   * @param size 2048, 4096, 9216 or 16384
   * @param header whether M_PKTHDR is asked for
   */
  public Mbuf getjcl(int size, boolean header) {
    return allocate("m_getjcl", size, header ? new PacketHeader() : null);
  }

  /** {@code m_getcl(M_WAITOK, ...)}: never null, but may sleep. */
  public Mbuf getclWaiting() {
    kernel.callThatSleeps("m_getcl");
    return make(MCLBYTES, new PacketHeader());
  }

  private Mbuf allocate(String call, int size, PacketHeader header) {
    kernel.callOutsideFilter(call);
    if (failures > 0) {
      failures--;
      return null;
    }
    return make(size, header);
  }

  private Mbuf make(int size, PacketHeader header) {
    outstanding++;
    return new Mbuf(kernel.machine().memory().allocate(size, CACHE_LINE), header);
  }

  /** {@code m_freem}: frees a whole chain; null is allowed. */
  public void freem(Mbuf chain) {
    kernel.callOutsideFilter("m_freem");
    if (chain != null) {
      chain.requireUnloaded("m_freem");
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

  /**
   * {@code m_append}: copies bytes behind the last mbuf's data, and adds to the
   * packet's length.
   *
   * @return false if there was no room and no memory; the packet is as before
   */
  public boolean append(Mbuf packet, byte[] bytes) {
    kernel.callOutsideFilter("m_append");
    Mbuf last = packet;
    while (last.next() != null) {
      last = last.next();
    }
    if (last.trailingSpace() < bytes.length) {
      Mbuf more = getjcl(MCLBYTES, false);
      if (more == null) {
        return false;
      }
      last.next(more);
      last = more;
    }
    int end = last.length();
    last.length(end + bytes.length);
    MemorySegment.copy(
        bytes, 0, last.data(), ValueLayout.JAVA_BYTE, end, bytes.length);
    packet.header().length(packet.header().length() + bytes.length);
    return true;
  }

  /**
   * {@code m_collapse}: fits a packet into few mbufs, and frees those left over.
   * Unlike {@link #defrag} it may leave the chain changed when it fails.
   *
   * @param most mbufs allowed
   * @return the packet, or null: then the old chain is still the caller's
   */
  public Mbuf collapse(Mbuf packet, int most) {
    kernel.callOutsideFilter("m_collapse");
    Mbuf at = packet;
    while (packet.count() > most && at.next() != null) {
      if (at.trailingSpace() >= at.next().length()) {
        swallow(at);
      } else {
        at = at.next();
      }
    }
    return packet.count() <= most ? packet : null;
  }

  private void swallow(Mbuf m) {
    Mbuf gone = m.next();
    int end = m.length();
    m.length(end + gone.length());
    MemorySegment.copy(gone.data(), 0, m.data(), end, gone.length());
    m.next(gone.next());
    free(gone);
  }

  /**
   * {@code m_defrag}: copies a packet into as few clusters as hold it.
   *
   * @return the copy, the old chain is freed; or null: it is still the caller's
   */
  public Mbuf defrag(Mbuf packet) {
    kernel.callOutsideFilter("m_defrag");
    byte[] bytes = packet.toByteArray();
    Mbuf copy = bytes.length > MJUM16BYTES ? null : cluster(bytes.length);
    if (copy == null) {
      return null;
    }
    copy.length(bytes.length);
    MemorySegment.copy(bytes, 0, copy.data(), ValueLayout.JAVA_BYTE, 0, bytes.length);
    copy.inherit(packet);
    freem(packet);
    return copy;
  }

  private Mbuf cluster(int bytes) {
    return getjcl(bytes <= MCLBYTES ? MCLBYTES : MJUM16BYTES, false);
  }
}
