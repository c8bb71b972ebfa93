package org.ringbook.adapters.freebsd;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.frame.FrameParser;
import org.ringbook.dataplane.frame.ParsedFrame;

/**
 * Merges segments of a TCP stream before the stack sees them ({@code struct
 * lro_ctrl}, netinet/tcp_lro.h): one for each receive queue, used only by the thread
 * that polls it.
 *
 * <p>A packet that is no plain next segment of a stream is refused and stays the
 * driver's, which must hand it to if_input itself. What is merged waits for more
 * until the driver flushes.
 */
public final class TcpLro {
  /** {@code TCP_LRO_NOT_SUPPORTED}: the packet is the caller's still. */
  public static final int NOT_SUPPORTED = -1;

  private final Kernel kernel;
  private final Ifnet ifp;
  private final ParsedFrame parsed = new ParsedFrame();
  private final List<LroEntry> active = new ArrayList<>();

  /** {@code tcp_lro_init}. */
  public TcpLro(Kernel kernel, Ifnet ifp) {
    kernel.callOutsideFilter("tcp_lro_init");
    kernel.lend(1);
    this.kernel = kernel;
    this.ifp = ifp;
  }

  /**
   * {@code tcp_lro_rx}: takes a segment over.
   *
   * @return 0, or {@link #NOT_SUPPORTED}: the packet is still the driver's
   */
  public int rx(Mbuf packet) {
    kernel.callOutsideFilter("tcp_lro_rx");
    packet.requirePacket("tcp_lro_rx");
    packet.requireUnloaded("tcp_lro_rx");
    FrameParser.parse(packet.data(), 0, packet.length(), parsed);
    if (!parsed.isTcp()) {
      return NOT_SUPPORTED;
    }
    LroEntry entry = find(packet);
    if (entry != null && entry.takes(packet, parsed)) {
      entry.append(packet, parsed);
      return 0;
    }
    if (entry != null) {
      flush(entry);
    }
    return open(packet);
  }

  private LroEntry find(Mbuf packet) {
    for (LroEntry entry : active) {
      if (entry.isOfFlow(packet, parsed)) {
        return entry;
      }
    }
    return null;
  }

  private int open(Mbuf packet) {
    if (!LroEntry.mayStart(packet, parsed)) {
      return NOT_SUPPORTED;
    }
    active.add(new LroEntry(packet, parsed));
    kernel.lroHolds(1);
    return 0;
  }

  private void flush(LroEntry entry) {
    active.remove(entry);
    kernel.lroHolds(-1);
    ifp.input(entry.finish());
  }

  /** {@code tcp_lro_flush_all}: all that was merged goes to the stack. */
  public void flushAll() {
    kernel.callOutsideFilter("tcp_lro_flush_all");
    while (!active.isEmpty()) {
      flush(active.getFirst());
    }
  }

  /** {@code tcp_lro_free}. */
  public void free() {
    kernel.callOutsideFilter("tcp_lro_free");
    Rule.LRO_FLUSHED.require(active.isEmpty(), active.size() + " streams wait");
    kernel.lend(-1);
  }
}
