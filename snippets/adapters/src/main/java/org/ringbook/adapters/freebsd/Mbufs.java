package org.ringbook.adapters.freebsd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * Where mbufs come from and go to (mbuf(9)). A driver allocates with M_NOWAIT, and
 * so must live with null; a packet that did not fit is dropped and counted, never
 * waited for.
 */
public final class Mbufs {
  /** {@code MHLEN}: bytes inside an mbuf with a packet header, on 64 bits. */
  public static final int MHLEN = 168;

  /** {@code MLEN}: bytes inside an mbuf without a packet header, on 64 bits. */
  public static final int MLEN = 224;

  /** {@code MCLBYTES}: bytes of an ordinary cluster. */
  public static final int MCLBYTES = 2048;

  /** {@code MJUM9BYTES}: bytes of a cluster for a jumbo frame. */
  public static final int MJUM9BYTES = 9216;

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

  /** {@code m_get(M_NOWAIT, MT_DATA)}: storage of {@link #MLEN}; or null. */
  Mbuf get() {
    return allocate("m_get", MLEN, null);
  }

  /** {@code m_getcl(M_NOWAIT, MT_DATA, M_PKTHDR)}: with a cluster; or null. */
  public Mbuf getcl() {
    return allocate("m_getcl", MCLBYTES, new PacketHeader());
  }

  /**
   * {@code m_getjcl(M_NOWAIT, MT_DATA, M_PKTHDR or 0, size)}, or null.
   *
   * @param size 2048, 4096 or 9216
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

  /** {@code m_free}: frees one mbuf. */
  void free(Mbuf m) {
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
    MemorySegment.copy(bytes, 0, last.data(), JAVA_BYTE, end, bytes.length);
    packet.header().length(packet.header().length() + bytes.length);
    return true;
  }
}
