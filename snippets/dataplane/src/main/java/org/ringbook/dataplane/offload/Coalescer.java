package org.ringbook.dataplane.offload;

import org.ringbook.dataplane.frame.FrameParser;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.PacketSink;

/**
 * Joins the TCP segments of a flow that arrive one after the other into one large
 * frame, so that the stack works once for many (GRO in Linux, LRO in FreeBSD and in
 * hardware, RSC in Windows and in the 82599, datasheet 7.11).
 *
 * <p>Only what segmentation makes again is merged: a {@link Segmenter} gives the
 * original frames back, byte for byte. Hardware is often laxer, and then has to be
 * off in a router or bridge. {@link Coalescing} lists what prevents a merge; what is
 * held of a flow always goes on before a later frame of it does.
 *
 * <p>A merged frame is a chain: the first packet has the headers, with lengths and
 * checksums of the whole, the others have payload at the start of their buffers. The
 * first one's payload is the segment size. Nothing is held for long: the receive
 * loop says when a poll is over. The table has a fixed size, nothing is allocated,
 * and one thread uses it; the sink must not call back.
 */
public final class Coalescer implements PacketSink {
  private final HeldFlow[] flows;
  private final int maxPackets;
  private final int maxPolls;
  private final PacketSink out;
  private ParsedFrame found = new ParsedFrame();
  private long poll;
  private long order;

  /**
   * Makes the table.
   *
   * @param flowCount flows held at once, at least 1; the table is searched slot by
   *     slot, so a few dozen at most
   * @param maxPackets packets of a chain, at least 2; what a stack or a transmit
   *     ring takes: 18 with Linux's MAX_SKB_FRAGS of 17
   * @param maxPolls ends of polls a frame may be held for, at least 1: 1 adds no
   *     delay
   * @param out takes the frames, merged and others
   */
  public Coalescer(int flowCount, int maxPackets, int maxPolls, PacketSink out) {
    this.flows = new HeldFlow[flowCount];
    this.maxPackets = maxPackets;
    this.maxPolls = maxPolls;
    this.out = out;
    for (int i = 0; i < flowCount; i++) {
      flows[i] = new HeldFlow();
    }
  }

  /** Takes a frame over, as {@link #offer} does. */
  @Override
  public void receive(Packet packet) {
    offer(packet);
  }

  /** Takes a frame over from the receive ring, and tells what became of it. */
  public Coalescing offer(Packet packet) {
    FrameParser.parse(packet.data(), 0, packet.length(), found);
    HeldFlow flow = found.isTcp() ? find(packet) : null;
    Coalescing candidate = CandidateRules.check(packet, found);
    if (candidate != Coalescing.HELD) {
      return passOn(flow, packet, candidate);
    }
    return flow == null ? begin(packet) : go(flow, packet);
  }

  private Coalescing passOn(HeldFlow flow, Packet packet, Coalescing why) {
    if (flow != null) {
      release(flow);
    }
    out.receive(packet);
    return why;
  }

  private Coalescing go(HeldFlow flow, Packet packet) {
    Coalescing verdict = check(flow, packet);
    if (verdict == Coalescing.MERGED) {
      append(flow, packet);
    } else {
      release(flow);
      begin(packet);
    }
    return verdict;
  }

  private void append(HeldFlow flow, Packet packet) {
    flow.append(packet, found);
    if (flow.isEnded()) {
      release(flow);
    }
  }

  /** Holds a frame, unless its sender says that it is the end of what it has. */
  private Coalescing begin(Packet packet) {
    if (HeldFlow.isLast(packet.data(), found)) {
      out.receive(packet);
      return Coalescing.PUSHED;
    }
    found = slot().hold(packet, found, poll, order++);
    return Coalescing.HELD;
  }

  private Coalescing check(HeldFlow flow, Packet packet) {
    if (flow.packets == maxPackets) {
      return Coalescing.SIZE_LIMIT;
    }
    return FlowRules.check(flow, packet, found);
  }

  private HeldFlow find(Packet packet) {
    for (HeldFlow flow : flows) {
      if (!flow.isFree() && FlowRules.isSame(flow, packet, found)) {
        return flow;
      }
    }
    return null;
  }

  /** A free slot; if there is none, that of the flow held longest, which goes on. */
  private HeldFlow slot() {
    HeldFlow oldest = flows[0];
    for (HeldFlow flow : flows) {
      if (flow.isFree()) {
        return flow;
      }
      oldest = flow.order < oldest.order ? flow : oldest;
    }
    release(oldest);
    return oldest;
  }

  private void release(HeldFlow flow) {
    out.receive(flow.release());
  }

  /**
   * Says that a poll is over: its budget is used up or the ring is empty. What was
   * held for the allowed number of polls goes on.
   */
  public void endPoll() {
    poll++;
    for (HeldFlow flow : flows) {
      if (!flow.isFree() && poll - flow.since >= maxPolls) {
        release(flow);
      }
    }
  }

  /** Lets go of all that is held: before interrupts are enabled, and at the end. */
  public void flush() {
    for (HeldFlow flow : flows) {
      if (!flow.isFree()) {
        release(flow);
      }
    }
  }
}
