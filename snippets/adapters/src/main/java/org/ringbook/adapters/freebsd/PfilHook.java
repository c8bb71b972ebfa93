package org.ringbook.adapters.freebsd;

import java.util.function.Consumer;
import org.ringbook.adapters.early.EarlyProgram;
import org.ringbook.adapters.early.EarlyVerdict;
import org.ringbook.adapters.early.WireFrame;

/**
 * The program as a hook of pfil(9) at the link layer ({@code PFIL_ETHER_NAME}),
 * where ether_demux asks whether a frame goes on.
 *
 * <p>By then there is an mbuf chain, possibly of merged segments; the tag is in
 * {@code ether_vtag}, put there by the device or by ether_input itself; and
 * frames for other stations (M_PROMISC) are not asked about at all. There is no
 * result for "send it back": the hook consumes the frame and sends it.
 */
public final class PfilHook {
  private static final int LARGEST = 65_536 + 18;

  /** {@code enum pfil_return_t} of net/pfil.h, as far as it is used here. */
  public enum Result {
    /** The caller goes on with the frame. */
    PFIL_PASS,
    /** The hook has freed it. */
    PFIL_DROPPED,
    /** The hook has it. */
    PFIL_CONSUMED
  }

  private final EarlyProgram program;
  private final Mbufs mbufs;
  private final Consumer<Mbuf> transmit;
  private final WireFrame frame = new WireFrame(LARGEST);
  private EarlyVerdict verdict = EarlyVerdict.PASS;

  /**
   * A hook.
   *
   * @param program that decides
   * @param mbufs where dropped packets go
   * @param transmit the interface's if_transmit: takes the packet in any case
   */
  public PfilHook(EarlyProgram program, Mbufs mbufs, Consumer<Mbuf> transmit) {
    this.program = program;
    this.mbufs = mbufs;
    this.transmit = transmit;
  }

  // tag::hook[]
  /** Called for a received packet; only PFIL_PASS leaves it to the caller. */
  public Result input(Mbuf packet) {
    frame.begin();
    for (Mbuf m = packet; m != null; m = m.next()) {
      frame.add(m.data());
    }
    if (packet.header().hasVlanTag()) {
      frame.insertTag(packet.header().vlanTag());
    }
    verdict = program.judge(frame.whole());
    return switch (verdict) {
      case PASS -> Result.PFIL_PASS;
      case DROP, ABORTED -> {
        mbufs.freem(packet);
        yield Result.PFIL_DROPPED;
      }
      case TX -> {
        sendBack(packet);
        yield Result.PFIL_CONSUMED;
      }
    };
  }

  private void sendBack(Mbuf packet) {
    frame.beginCopyBack();
    for (Mbuf m = packet; m != null; m = m.next()) {
      frame.copyBack(m.data());
    }
    packet.header().checksum(0, 0); // on transmit these flags are orders
    packet.header().rcvif(null);
    transmit.accept(packet);
  }

  // end::hook[]

  /** What the program said last; DROP and ABORTED have one result. */
  public EarlyVerdict verdict() {
    return verdict;
  }
}
