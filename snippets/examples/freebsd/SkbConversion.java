//JAVA 25+
//DESCRIPTION Receives frames four ways, and counts copies, clearing and allocations.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;

static final int SKB = 256 + 1552; // sk_buff, skb_shared_info: skbuff.h of 2023
static final int PAD = 64; // NET_SKB_PAD
static final int BUFFER = 2048;

final Mbufs mbufs = new Mbufs(new Kernel(Machine.of(1 << 20)));
private int allocations;
private long cleared;
private long copied;

void main() {
  IO.println("                        64-byte frame         1514-byte frame");
  IO.println("on the way up         alloc clear  copy     alloc clear  copy");
  row("skb, copied to mbuf", this::skbCopied);
  row("skb around, no copy", this::skbAttached);
  row("mbuf all the way", this::mbufOnly);
  row("mbuf, short ones copied", this::shortCopied);
}

void row(String name, IntConsumer way) {
  StringBuilder row = new StringBuilder("%-23s".formatted(name));
  for (int length : new int[] {64, 1514}) {
    allocations = 0;
    cleared = 0;
    copied = 0;
    way.accept(length);
    row.append("%4d %5d %5d     ".formatted(allocations, cleared, copied));
  }
  IO.println(row.toString().stripTrailing());
  if (mbufs.outstanding() != 0) {
    throw new IllegalStateException("an mbuf leaks");
  }
}

// tag::ways[]
/** A Linux driver as it is: linuxkpi_alloc_skb, then m_get2 and m_copyback. */
void skbCopied(int length) {
  MemorySegment data = skb(PAD + BUFFER); // the device writes into it
  Mbuf m = take(length <= Mbufs.MHLEN ? mbufs.gethdr() : mbufs.getcl());
  copy(data.asSlice(PAD, length), m);
  mbufs.freem(m);
}

/** The cluster is posted; the driver sees an skb whose head points into it. */
void skbAttached(int length) {
  Mbuf m = take(mbufs.getcl());
  MemorySegment unused = skb(0);
  m.length(length);
  mbufs.freem(m);
}

/** The driver's receive path rewritten: it knows no skb. */
void mbufOnly(int length) {
  Mbuf m = take(mbufs.getcl());
  m.length(length);
  mbufs.freem(m);
}

/** The cluster stays posted if the frame fits into a small mbuf. */
void shortCopied(int length) {
  if (length > Mbufs.MHLEN) {
    mbufOnly(length);
    return;
  }
  Mbuf m = take(mbufs.gethdr());
  copy(MemorySegment.ofArray(new byte[length]), m);
  mbufs.freem(m);
}

// end::ways[]

MemorySegment skb(int bytes) {
  allocations++;
  cleared += SKB + bytes; // M_ZERO
  return MemorySegment.ofArray(new byte[bytes]);
}

Mbuf take(Mbuf m) {
  allocations++;
  return m;
}

void copy(MemorySegment from, Mbuf m) {
  m.length((int) from.byteSize());
  m.data().copyFrom(from);
  copied += from.byteSize();
}
