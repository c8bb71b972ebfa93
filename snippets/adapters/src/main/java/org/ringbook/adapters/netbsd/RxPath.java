package org.ringbook.adapters.netbsd;

import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_IPV4;
import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_TCPV4;
import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_UDPV4;

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.ring.RxStatistics;

/** The way in: from the core's ring to if_percpuq. */
final class RxPath {
  private final Softc softc;
  private final RxBuffers buffers;
  private final Percpuq percpuq;
  private final Callout refill;
  private RxStatistics counted = new RxStatistics(0, 0, 0, 0, 0, 0);

  RxPath(Softc softc, RxBuffers buffers) {
    this.softc = softc;
    this.buffers = buffers;
    percpuq = new Percpuq(softc.kernel, softc.mbufs, softc.ifp);
    refill = new Callout(softc.kernel);
    refill.setfunc(this::refillLater);
  }

  /** Receives; returns descriptors consumed, 0 to {@code budget}. */
  int poll(int budget) {
    int done = softc.port.rx(0).poll(budget, packet -> percpuq.enqueue(toMbuf(packet)));
    countDrops();
    return done;
  }

  /** A card without buffers never interrupts, so a timer must look after it. */
  void watch() {
    if (softc.port.rx(0).postedBuffers() == 0) {
      refill.schedule();
    }
  }

  private void refillLater() {
    softc.port.rx(0).refill();
    watch();
  }

  /** Lets the timer's time come. */
  void tick() {
    refill.expire();
  }

  private Mbuf toMbuf(Packet packet) {
    PacketHeader header = new PacketHeader();
    header.rcvif(softc.ifp);
    header.length(packet.frameLength());
    fill(header, packet.metadata());
    Mbuf first = null;
    Mbuf last = null;
    Packet part = packet;
    while (part != null) {
      Packet following = part.next();
      int length = part.length();
      Mbuf m = buffers.release(part);
      m.length(length);
      m.header(first == null ? header : null);
      if (first == null) {
        first = m;
      } else {
        last.next(m);
      }
      last = m;
      part = following;
    }
    return first;
  }

  private static void fill(PacketHeader header, RxMetadata found) {
    if (found.vlan() != RxMetadata.NO_VLAN) {
      header.vlanTag(found.vlan());
    }
    int good = M_CSUM_IPV4 | M_CSUM_TCPV4 | M_CSUM_UDPV4;
    switch (found.checksum()) {
      case ALL_GOOD -> header.checksum(good | PacketHeader.TRANSPORT, 0);
      case IP_GOOD -> header.checksum(M_CSUM_IPV4, 0);
      // Which of the sums is wrong is not known: the stack shall look itself.
      case BAD, NOT_CHECKED -> header.checksum(0, 0);
    }
  }

  private void countDrops() {
    RxStatistics now = softc.port.rx(0).statistics();
    long before = counted.droppedDamaged() + counted.droppedOversize();
    add("if_ierrors", now.droppedDamaged() + now.droppedOversize() - before);
    add("if_iqdrops", now.droppedNoBuffer() - counted.droppedNoBuffer());
    counted = now;
  }

  private void add(String counter, long more) {
    if (more > 0) {
      softc.ifp.statistics().add(counter, more);
    }
  }

  boolean dispatch() {
    return percpuq.dispatch();
  }

  int packetsOut() {
    return buffers.packetsOut();
  }

  void destroy() {
    refill.halt();
    refill.destroy();
    percpuq.destroy();
    buffers.destroy();
  }
}
