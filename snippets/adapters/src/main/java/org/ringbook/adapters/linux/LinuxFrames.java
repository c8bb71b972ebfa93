package org.ringbook.adapters.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.linux.SkbFields.IpSummed;

/** What TCP and IP do above the driver: makes skbs to send, reads those received. */
final class LinuxFrames {
  /** Room for headers that others may still push ({@code LL_MAX_HEADER}). */
  private static final int HEADROOM = 64;

  private static final int LEAST = 60;

  private final LinuxKernel kernel;

  LinuxFrames(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** An skb with the first piece linear and the others as frags; null: no memory. */
  SkBuff skb(Outgoing frame, int queues) {
    byte[] first = frame.pieces().getFirst().clone();
    SkBuff skb = kernel.skbs().allocSkb(HEADROOM + room(first), Gfp.GFP_KERNEL);
    if (skb == null) {
      return null;
    }
    skb.skbReserve(HEADROOM);
    prepare(skb.fields(), frame, first);
    skb.fields().queueMapping = queueOf(frame, first, queues);
    skb.skbPut(first.length).copyFrom(MemorySegment.ofArray(first));
    for (byte[] piece : frame.pieces().subList(1, frame.pieces().size())) {
      if (!addFrags(skb, piece)) {
        kernel.skbs().kfreeSkb(skb);
        return null;
      }
    }
    if (frame.segmentSize() > 0) {
      skb.shareHead(true);
    }
    return skb;
  }

  private static int room(byte[] first) {
    return Math.max(first.length, LEAST);
  }

  private boolean addFrags(SkBuff skb, byte[] piece) {
    for (int from = 0; from < piece.length; from += Page.PAGE_SIZE) {
      int size = Math.min(Page.PAGE_SIZE, piece.length - from);
      Page page = kernel.skbs().devAllocPage();
      if (page == null) {
        return false;
      }
      MemorySegment.copy(piece, from, page.memory(), JAVA_BYTE, 0, size);
      skb.skbAddRxFrag(page, 0, size);
    }
    return true;
  }

  /** {@code ip_send_check} and {@code __tcp_v4_send_check}, and their kin. */
  private static void prepare(SkbFields fields, Outgoing frame, byte[] first) {
    fields.vlanTci = frame.vlan();
    fields.protocol = ByteBuffer.wrap(first).getShort(12) & 0xffff;
    fields.gsoSize = frame.segmentSize();
    if (!frame.checksum()) {
      return;
    }
    Headers headers = Headers.of(first);
    headers.writeIpChecksum();
    headers.writePseudoSum(frame.length() - headers.transport());
    fields.ipSummed = IpSummed.CHECKSUM_PARTIAL;
    fields.csumStart = headers.transport();
    fields.csumOffset = headers.checksumOffset();
  }

  /** {@code skb_tx_hash}: frames of a flow stay in order, so they share a queue. */
  private static int queueOf(Outgoing frame, byte[] first, int queues) {
    if (!frame.checksum()) {
      return 0;
    }
    int ports = ByteBuffer.wrap(first).getInt(Headers.of(first).transport());
    return Math.floorMod(ports ^ ports >>> 16, queues);
  }

  /** What the stack sees of a frame; the skb is freed. */
  Incoming incoming(SkBuff skb) {
    SkbFields fields = skb.rawFields();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(skb, 0, bytes);
    List<SkBuff> merged = skb.merged();
    for (SkBuff part : merged) {
      write(part, part.rawLength() - Gro.payload(part), bytes);
    }
    boolean good = fields.ipSummed == IpSummed.CHECKSUM_UNNECESSARY;
    int segments = 1 + merged.size();
    Incoming incoming =
        new Incoming(
            bytes.toByteArray(), // with what was merged into it
            fields.vlanTci,
            fields.queueMapping,
            fields.hash,
            good,
            segments);
    kernel.skbs().devConsumeSkbAny(skb);
    return incoming;
  }

  private static void write(SkBuff skb, int from, ByteArrayOutputStream out) {
    out.writeBytes(skb.rawData().asSlice(from).toArray(JAVA_BYTE));
    for (SkbFrag frag : skb.rawFrags()) {
      out.writeBytes(frag.memory().toArray(JAVA_BYTE));
    }
  }
}
