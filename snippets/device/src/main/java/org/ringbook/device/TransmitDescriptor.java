package org.ringbook.device;

/** A transmit descriptor, decoded from whichever format. */
final class TransmitDescriptor {
  /** Which of the two contexts is written, or used. */
  int context;

  boolean isContext;
  long address;
  int length;
  boolean last;
  boolean fcs;
  boolean report;
  boolean insertTag;
  int tag;
  boolean segment;
  boolean ipChecksum;
  boolean transportChecksum;

  /** The legacy checksum: from byte {@link #css} to the end, stored at cso. */
  boolean legacyChecksum;

  int css;
  int cso;

  /** PAYLEN, or -1 if the format has it elsewhere. */
  int payload;

  /** Forgets all but what the caller sets next. */
  void clear() {
    context = 0;
    isContext = false;
    address = 0;
    length = 0;
    last = false;
    fcs = false;
    report = false;
    insertTag = false;
    tag = 0;
    segment = false;
    ipChecksum = false;
    transportChecksum = false;
    legacyChecksum = false;
    css = 0;
    cso = 0;
    payload = -1;
  }
}
