package org.ringbook.dataplane.frame;

import static org.ringbook.dataplane.frame.ParsedFrame.NONE;

/**
 * The fields of a {@link ParsedFrame} while it is filled, and where the parser may
 * read: {@code end}, which each header that states a length can only bring nearer.
 */
abstract sealed class ParseState permits ParsedFrame {
  final int vxlanPort;
  final ParsedFrame inner;
  final int[] tpid = new int[FrameParser.MAX_TAGS];
  final int[] tci = new int[FrameParser.MAX_TAGS];

  Verdict verdict = Verdict.TRUNCATED;
  long start;
  int etherType;
  int tags;
  long network;
  int networkLength;
  int ipVersion;
  long addresses;
  int addressLength;
  int protocol;
  int extensions;
  boolean routing;
  int fragmentOffset;
  boolean moreFragments;
  boolean dontFragment;
  long transport;
  int transportLength;
  int sourcePort;
  int destinationPort;
  long payload;
  int payloadLength;
  int vni;

  private long end;
  private Verdict shortage;
  private Verdict overrun;

  ParseState(int vxlanPort, ParsedFrame inner) {
    this.vxlanPort = vxlanPort;
    this.inner = inner;
    begin(0, 0);
  }

  /** Forgets the frame before; the next lies from {@code first} to {@code last}. */
  final void begin(long first, long last) {
    start = first;
    end = last;
    shortage = Verdict.TRUNCATED;
    overrun = Verdict.OK;
    etherType = NONE;
    tags = 0;
    vni = NONE;
    clearNetwork();
    clearTransport();
    payloadFrom(first);
  }

  private void clearNetwork() {
    network = NONE;
    networkLength = 0;
    ipVersion = NONE;
    addresses = NONE;
    addressLength = 0;
    protocol = NONE;
    extensions = 0;
    routing = false;
    fragmentOffset = 0;
    moreFragments = false;
    dontFragment = false;
  }

  private void clearTransport() {
    transport = NONE;
    transportLength = 0;
    sourcePort = NONE;
    destinationPort = NONE;
  }

  /** Whether {@code bytes} can be read at {@code offset}. */
  final boolean has(long offset, int bytes) {
    return end - offset >= bytes;
  }

  /**
   * What it means that a header does not fit: the frame was cut off, or a length in
   * a header before leaves no room for it.
   */
  final Verdict shortage() {
    return shortage;
  }

  /** Believes a header that says where its data ends, as far as there is data. */
  final void endAt(long stated) {
    if (stated <= end) {
      end = stated;
      shortage = Verdict.LENGTH_MISMATCH;
    } else {
      overrun = shortage;
    }
  }

  /** Lets a frame that starts within this one end where this one does. */
  final void beginInner(long first) {
    inner.begin(first, end);
  }

  final void arp(long offset, int bytes) {
    network = offset;
    networkLength = bytes;
    payloadFrom(offset + bytes);
  }

  final void ip(int version, long offset, int bytes) {
    ipVersion = version;
    network = offset;
    networkLength = bytes;
    payloadFrom(offset + bytes);
  }

  final void extension(int bytes) {
    extensions++;
    networkLength += bytes;
    payloadFrom(network + networkLength);
  }

  final void addresses(long offset, int bytes) {
    addresses = offset;
    addressLength = bytes;
  }

  final void transport(long offset, int bytes) {
    transport = offset;
    transportLength = bytes;
    payloadFrom(offset + bytes);
  }

  final void ports(int from, int to) {
    sourcePort = from;
    destinationPort = to;
  }

  /** All from here on is payload, unless another header is found in it. */
  final void payloadFrom(long offset) {
    payload = offset;
    payloadLength = (int) (end - offset);
  }

  /** The verdict if the headers themselves are sound. */
  final Verdict sound() {
    if (overrun != Verdict.OK) {
      return overrun;
    }
    boolean fragment = moreFragments || fragmentOffset > 0;
    return fragment ? Verdict.FRAGMENT : Verdict.OK;
  }

  final Verdict conclude(Verdict last) {
    verdict = last;
    return last;
  }
}
