package org.ringbook.device;

/** What is to be done to the frame that is being gathered from its descriptors. */
final class TransmitOrder {
  static final int NO_TAG = -1;

  private final boolean firstDecides;
  TransmitContext context;
  boolean segment;
  boolean ipChecksum;
  boolean transportChecksum;
  boolean legacyChecksum;
  int css;
  int cso;
  boolean fcs;
  int tag;
  int payload;

  TransmitOrder(TransmitFormat format) {
    firstDecides = format.firstDecides();
  }

  /** Takes from a frame's first descriptor what counts there. */
  void begin(TransmitDescriptor first, TransmitContext inForce) {
    context = inForce;
    segment = first.segment;
    ipChecksum = first.ipChecksum;
    transportChecksum = first.transportChecksum;
    payload = segment && first.payload < 0 ? inForce.payload : first.payload;
    options(first);
  }

  /** Takes from its last descriptor what counts there. */
  void end(TransmitDescriptor last) {
    legacyChecksum = last.legacyChecksum;
    css = last.css;
    cso = last.cso;
    if (!firstDecides && !segment) {
      options(last);
    }
  }

  private void options(TransmitDescriptor descriptor) {
    fcs = descriptor.fcs;
    int given = firstDecides ? context.tag : descriptor.tag;
    tag = descriptor.insertTag ? given : NO_TAG;
  }
}
