package org.ringbook.adapters.freebsd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.adapters.freebsd.Mbufs.MCLBYTES;
import static org.ringbook.adapters.freebsd.Mbufs.MHLEN;
import static org.ringbook.adapters.freebsd.Mbufs.MLEN;

import java.lang.foreign.MemorySegment;

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
   * @return the packet, perhaps with another first mbuf; null if there was no
   * memory:
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
   * Moves bytes forward into free room; where there is too little, joins two
   * neighbours in a new cluster, never the first mbuf. Unlike {@link #defrag} it may
   * leave the chain changed when it fails.
   *
   * @param most mbufs allowed
   * @return the packet, or null: then the old chain is still the caller's
   */
  public Mbuf collapse(Mbuf packet, int most) {
    kernel.callOutsideFilter("m_collapse");
    do {
      fill(packet, most);
    } while (packet.count() > most && join(packet));
    return packet.count() <= most ? packet : null;
  }

  private void fill(Mbuf packet, int most) {
    Mbuf at = packet;
    while (packet.count() > most && at.next() != null) {
      // Strictly: the kernel leaves a cluster alone that would be just full.
      if (at.next().length() < at.trailingSpace()) {
        move(at, at.next().length());
      } else {
        at = at.next();
      }
    }
  }

  /** Joins the first two neighbours that fit into a cluster; false if none do. */
  private boolean join(Mbuf packet) {
    Mbuf before = packet;
    for (Mbuf m = before.next(); m != null && m.next() != null; m = m.next()) {
      if (m.length() + m.next().length() < MCLBYTES) {
        return join(before, m, m.next());
      }
      before = m;
    }
    return false;
  }

  private boolean join(Mbuf before, Mbuf one, Mbuf two) {
    Mbuf both = mbufs.getjcl(MCLBYTES, false);
    if (both == null) {
      return false;
    }
    both.length(one.length() + two.length());
    both.data().copyFrom(one.data());
    both.data().asSlice(one.length()).copyFrom(two.data());
    both.next(two.next());
    before.next(both);
    mbufs.free(one);
    mbufs.free(two);
    return true;
  }

  /**
   * {@code m_defrag}: copies a packet into as many clusters of {@link
   * Mbufs#MCLBYTES} as it fills; what an mbuf can hold by itself gets none.
   *
   * @return the copy, the old chain is freed; or null: it is still the caller's
   */
  public Mbuf defrag(Mbuf packet) {
    kernel.callOutsideFilter("m_defrag");
    byte[] bytes = packet.toByteArray();
    Mbuf copy = bytes.length > MHLEN ? mbufs.getcl() : mbufs.gethdr();
    if (copy == null || !fill(copy, bytes)) {
      mbufs.freem(copy);
      return null;
    }
    copy.inherit(packet);
    mbufs.freem(packet);
    return copy;
  }

  private boolean fill(Mbuf first, byte[] bytes) {
    Mbuf last = first;
    for (int at = 0; at < bytes.length; at += MCLBYTES) {
      int length = Math.min(bytes.length - at, MCLBYTES);
      if (at > 0) {
        Mbuf more = length > MLEN ? mbufs.getjcl(MCLBYTES, false) : mbufs.get();
        if (more == null) {
          return false;
        }
        last.next(more);
        last = more;
      }
      last.length(length);
      MemorySegment.copy(bytes, at, last.data(), JAVA_BYTE, 0, length);
    }
    return true;
  }
}
