package org.ringbook.adapters.netbsd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One memory buffer, a link of the chain that a packet is (mbuf(9)). The first of a
 * packet carries the {@link PacketHeader}.
 *
 * <p>The data is a part of the storage, which is inside the mbuf or a cluster outside
 * of it; {@code m_data} and {@code m_len} say which part.
 */
public final class Mbuf {
  private MemorySegment storage;
  private boolean queued;
  private boolean tapped;
  private boolean outgoing;
  private boolean sent;
  private PacketHeader header;
  private Mbuf next;
  private int offset;
  private int length;
  private boolean freed;
  private boolean loaded;
  private boolean withDevice;

  Mbuf(MemorySegment storage, PacketHeader header) {
    this.storage = storage;
    this.header = header;
  }

  /** The data, {@code m_len} bytes from {@code m_data} on, for the CPU. */
  public MemorySegment data() {
    requireAlive();
    Rule.CPU_KEEPS_OUT.require(!withDevice, "data was touched");
    return storage.asSlice(offset, length);
  }

  /** {@code m_len}: bytes of data in this one. */
  public int length() {
    requireAlive();
    return length;
  }

  /** Sets {@code m_len}, 0 to the storage that is left behind {@code m_data}. */
  public void length(int bytes) {
    requireAlive();
    if (bytes < 0 || bytes > storage.byteSize() - offset) {
      throw new IllegalArgumentException(bytes + " bytes in " + storage.byteSize());
    }
    length = bytes;
  }

  /** {@code m_adj}: takes bytes off the front. */
  public void adj(int bytes) {
    requireAlive();
    offset += bytes;
    length -= bytes;
  }

  /** {@code M_TRAILINGSPACE}: bytes free behind the data. */
  public int trailingSpace() {
    return (int) storage.byteSize() - offset - length;
  }

  /** {@code m_next}: the packet's next mbuf, or null. */
  public Mbuf next() {
    requireAlive();
    return next;
  }

  /** Sets {@code m_next}. */
  public void next(Mbuf more) {
    requireAlive();
    next = more;
  }

  /** {@code m_pkthdr}, or null without M_PKTHDR. */
  public PacketHeader header() {
    requireAlive();
    return header;
  }

  /** Sets M_PKTHDR and {@code m_pkthdr}; with null clears it: a chain goes on here. */
  public void header(PacketHeader packetHeader) {
    requireAlive();
    header = packetHeader;
  }

  void cluster(MemorySegment memory) {
    storage = memory;
  }

  /** {@code m_move_pkthdr}: takes over the packet header of another. */
  void inherit(Mbuf other) {
    header = other.header();
    tapped = other.tapped;
    outgoing = other.outgoing;
    other.header(null);
  }

  /** Mbufs from here to the chain's end, at least 1. */
  public int count() {
    int mbufs = 0;
    for (Mbuf m = this; m != null; m = m.next) {
      mbufs++;
    }
    return mbufs;
  }

  /** Sum of {@code m_len} from here on. */
  public int chainLength() {
    int bytes = 0;
    for (Mbuf m = this; m != null; m = m.next()) {
      bytes += m.length();
    }
    return bytes;
  }

  /** {@code m_copydata} of a whole packet: a copy of its bytes. */
  public byte[] toByteArray() {
    byte[] bytes = new byte[chainLength()];
    int at = 0;
    for (Mbuf m = this; m != null; m = m.next()) {
      MemorySegment.copy(m.data(), ValueLayout.JAVA_BYTE, 0, bytes, at, m.length);
      at += m.length;
    }
    return bytes;
  }

  /** Checks that this is a packet: headers and lengths as mbuf(9) wants them. */
  void requirePacket(String who) {
    Rule.PACKET_HEADER.require(header() != null, who + ": no M_PKTHDR");
    for (Mbuf m = next; m != null; m = m.next()) {
      Rule.PACKET_HEADER.require(m.header == null, who + ": M_PKTHDR within a chain");
    }
    int sum = chainLength();
    String lengths = who + ": " + header.length() + ", the sum is " + sum;
    Rule.PACKET_LENGTH.require(header.length() == sum, lengths);
  }

  /** Checks that no map has any of the chain loaded. */
  void requireUnloaded(String who) {
    for (Mbuf m = this; m != null; m = m.next()) {
      Rule.MBUF_UNLOADED.require(!m.loaded, who);
    }
  }

  void loaded(boolean yes) {
    loaded = yes;
    withDevice &= yes;
  }

  void withDevice(boolean yes) {
    withDevice = yes;
    sent |= yes;
  }

  MemorySegment storage() {
    return storage;
  }

  /** The data as the device will see it, whoever owns it. */
  MemorySegment mapped() {
    return storage.asSlice(offset, length);
  }

  void queued(boolean yes) {
    queued = yes;
    outgoing |= yes;
  }

  /** Whether a packet of the stack went to the device and bpf(4) was not told. */
  boolean wasSentUnseen() {
    return outgoing && sent && !tapped;
  }

  void tapped() {
    tapped = true;
  }

  boolean isTapped() {
    return tapped;
  }

  void freed() {
    requireAlive();
    Rule.POLLED_STAYS.require(!queued, "freed in the queue");
    freed = true;
  }

  private void requireAlive() {
    Rule.MBUF_ALIVE.require(!freed, "the mbuf is free");
  }
}
