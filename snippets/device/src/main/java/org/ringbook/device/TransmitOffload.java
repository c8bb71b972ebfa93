package org.ringbook.device;

import org.ringbook.dataplane.offload.InternetChecksum;

/**
 * What both families do to a gathered frame before it leaves: checksums, cutting
 * into segments. A device does not parse: it adds up the bytes that it was told to,
 * with what stands in the checksum field (the driver's sum of the pseudo header),
 * and stores the complement there (8254x SDM 3.5, 82599 datasheet 7.2.4 and 7.2.5).
 */
final class TransmitOffload {
  private final Chip chip;
  private final Egress egress;
  private final Segmentation segmentation;

  TransmitOffload(Chip chip, TransmitControl control) {
    this.chip = chip;
    this.egress = new Egress(chip, control);
    this.segmentation = new Segmentation(control, this::finish);
  }

  void send(Frame frame, TransmitOrder order) {
    checkPayload(frame, order);
    if (order.segment && frame.length > 0) {
      chip.statistics.segmented();
      segmentation.cut(frame, order);
    } else {
      finish(frame, order);
    }
  }

  /** A length that does not fit its buffers hangs hardware; here it is said. */
  private static void checkPayload(Frame frame, TransmitOrder order) {
    int header = order.segment ? order.context.headerLength : 0;
    if (order.payload >= 0 && order.payload != frame.length - header) {
      throw new IllegalStateException(
          "PAYLEN is " + order.payload + ", fetched: " + (frame.length - header));
    }
  }

  private void finish(Frame frame, TransmitOrder order) {
    TransmitContext context = order.context;
    if (order.legacyChecksum && order.cso + 1 < frame.length) {
      insert(frame, order.css, frame.length, order.cso);
    }
    if (order.ipChecksum) {
      insert(frame, context.ipStart, end(context.ipEnd, frame), context.ipStore);
    }
    if (order.transportChecksum) {
      int end = end(context.transportEnd, frame);
      insert(frame, context.transportStart, end, context.transportStore);
      avoidZero(frame, context);
    }
    egress.send(frame, order);
  }

  private static int end(int given, Frame frame) {
    return given == 0 ? frame.length : given;
  }

  private static void insert(Frame frame, int from, int to, int storeAt) {
    int sum = InternetChecksum.sum(frame.segment, from, to - from);
    frame.putU16(storeAt, InternetChecksum.finish(sum));
  }

  /** A UDP checksum of 0 means that there is none (RFC 768): 0xffff is sent. */
  private static void avoidZero(Frame frame, TransmitContext context) {
    if (!context.tcp && frame.u16(context.transportStore) == 0) {
      frame.putU16(context.transportStore, 0xffff);
    }
  }
}
