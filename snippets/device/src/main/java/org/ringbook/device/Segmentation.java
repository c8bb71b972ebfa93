package org.ringbook.device;

import org.ringbook.dataplane.offload.InternetChecksum;

/**
 * TCP segmentation (8254x SDM 3.5, 82599 datasheet 7.2.4): the headers of the large
 * frame are the model for those of each segment. Lengths, the IPv4 identification,
 * the sequence number and the flags are brought up to date; the sum in the checksum
 * field, which was made with a length of 0, gets the segment's length.
 */
final class Segmentation {
  private static final int IPV6_HEADER = 40;
  private static final int FLAGS = 0xfff;

  private final TransmitControl control;
  private final Output output;
  private final Frame segment = new Frame(Frame.MAX_LENGTH + Frame.TAG_BYTES);

  /** Takes each segment. */
  interface Output {
    void send(Frame segment, TransmitOrder order);
  }

  Segmentation(TransmitControl control, Output output) {
    this.control = control;
    this.output = output;
  }

  void cut(Frame whole, TransmitOrder order) {
    TransmitContext context = order.context;
    int payload = whole.length - context.headerLength;
    int longest = Math.min(context.mss, payload) + context.headerLength;
    if (context.mss < 1 || payload < 0 || longest > Frame.MAX_LENGTH) {
      throw new IllegalStateException("segments of " + context.mss + " bytes");
    }
    int number = 0;
    int done = 0;
    do {
      int part = Math.min(context.mss, payload - done);
      copy(whole, context.headerLength, done, part);
      updateIp(context, number++, part);
      advance(context, done, part, done + part == payload);
      output.send(segment, order);
      done += part;
    } while (done < payload);
  }

  private void copy(Frame whole, int header, int from, int part) {
    segment.clear();
    System.arraycopy(whole.bytes, 0, segment.bytes, 0, header);
    System.arraycopy(whole.bytes, header + from, segment.bytes, header, part);
    segment.length = header + part;
  }

  private void updateIp(TransmitContext context, int number, int part) {
    int ip = context.ipStart;
    int bytes = context.headerLength - ip + part;
    if (context.ipv4) {
      segment.putU16(ip + 2, bytes);
      segment.putU16(ip + 4, segment.u16(ip + 4) + number);
    } else {
      segment.putU16(ip + 4, bytes - IPV6_HEADER);
    }
  }

  private void advance(TransmitContext context, int done, int part, boolean last) {
    int start = context.transportStart;
    int bytes = context.headerLength - start + part;
    if (context.tcp) {
      segment.putU32(start + 4, segment.u32(start + 4) + done);
      int keep = last ? control.lastFlags() : notLastFlags(done);
      // A frame that fits one segment keeps what both ends may have.
      maskFlags(start + 12, last && done == 0 ? FLAGS : keep);
    } else {
      segment.putU16(start + 4, bytes);
    }
    int pseudo = segment.u16(context.transportStore);
    segment.putU16(context.transportStore, InternetChecksum.add(pseudo, bytes));
  }

  private int notLastFlags(int done) {
    return done == 0 ? control.firstFlags() : control.middleFlags();
  }

  private void maskFlags(int at, int keep) {
    segment.putU16(at, segment.u16(at) & (keep | ~FLAGS));
  }
}
