package org.ringbook.adapters.freebsd;

import static org.ringbook.adapters.freebsd.Mbufs.MCLBYTES;
import static org.ringbook.adapters.freebsd.Mbufs.MJUM9BYTES;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What a driver does to a packet that is spread too widely for its device (mbuf(9)):
 * brings headers together, or all of it. Each call may fail, and each has its own
 * idea of whose the packet is then.
 */
public final class MbufChains {
  private final Kernel kernel;
  private final Mbufs mbufs;

  /** Works on packets of an allocator. */
  public MbufChains(Kernel kernel, Mbufs mbufs) {
    this.kernel = kernel;
    this.mbufs = mbufs;
  }

  /**
   * {@code m_pullup}: brings the first bytes of a packet into its first mbuf.
   *
   * @param bytes to bring, at most {@link Mbufs#MHLEN} and what the packet has
   * @return the packet, perhaps with another first mbuf; null if there was no memory:
   *     then the packet was freed
   */
  public Mbuf pullup(Mbuf packet, int bytes) {
    kernel.callOutsideFilter("m_pullup");
    Mbuf first = packet;
    if (packet.length() + packet.trailingSpace() < bytes) {
      first = prepend(packet);
    }
    while (first != null && first.length() < bytes) {
      move(first, Math.min(bytes - first.length(), first.next().length()));
    }
    return first;
  }

  private Mbuf prepend(Mbuf packet) {
    Mbuf first = mbufs.gethdr();
    if (first == null) {
      mbufs.freem(packet);
      return null;
    }
    first.inherit(packet);
    first.next(packet);
    return first;
  }

  private void move(Mbuf m, int bytes) {
    Mbuf from = m.next();
    int end = m.length();
    m.length(end + bytes);
    MemorySegment.copy(from.data(), 0, m.data(), end, bytes);
    from.reserve(bytes);
    if (from.length() == 0) {
      m.next(from.next());
      mbufs.free(from);
    }
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
        move(at, at.next().length());
      } else {
        at = at.next();
      }
    }
    return packet.count() <= most ? packet : null;
  }

  /**
   * {@code m_defrag}: copies a packet into one cluster.
   *
   * @return the copy, the old chain is freed; or null: it is still the caller's
   */
  public Mbuf defrag(Mbuf packet) {
    kernel.callOutsideFilter("m_defrag");
    byte[] bytes = packet.toByteArray();
    Mbuf copy = bytes.length > MJUM9BYTES ? null : cluster(bytes.length);
    if (copy == null) {
      return null;
    }
    copy.length(bytes.length);
    MemorySegment.copy(bytes, 0, copy.data(), ValueLayout.JAVA_BYTE, 0, bytes.length);
    copy.inherit(packet);
    mbufs.freem(packet);
    return copy;
  }

  private Mbuf cluster(int bytes) {
    return mbufs.getjcl(bytes <= MCLBYTES ? MCLBYTES : MJUM9BYTES, false);
  }
}
