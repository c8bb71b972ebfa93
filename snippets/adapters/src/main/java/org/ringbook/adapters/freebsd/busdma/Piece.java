package org.ringbook.adapters.freebsd.busdma;

/** A part of a loaded buffer, with the bounce page that stands in for it, if one. */
final class Piece {
  /** Which way a copy goes. */
  enum Way {
    TO_DEVICE,
    FROM_DEVICE
  }

  private final int at;
  private final long address;
  private final int length;
  private final byte[] page;

  Piece(int at, long address, int length, boolean bounced) {
    this(at, address, length, bounced ? new byte[length] : null);
  }

  private Piece(int at, long address, int length, byte[] page) {
    this.at = at;
    this.address = address;
    this.length = length;
    this.page = page;
  }

  /** The same, but of its first bytes only. */
  Piece first(int bytes) {
    return new Piece(at, address, bytes, page);
  }

  long address() {
    return address;
  }

  int length() {
    return length;
  }

  boolean bounced() {
    return page != null;
  }

  void copy(KernelBuffer buffer, Way way) {
    if (page == null) {
      return;
    }
    if (way == Way.TO_DEVICE) {
      System.arraycopy(buffer.bytes(), at, page, 0, length);
    } else {
      System.arraycopy(page, 0, buffer.bytes(), at, length);
    }
  }

  void read(KernelBuffer buffer, byte[] to) {
    byte[] from = page == null ? buffer.bytes() : page;
    System.arraycopy(from, page == null ? at : 0, to, at, length);
  }

  void write(KernelBuffer buffer, byte[] from) {
    byte[] to = page == null ? buffer.bytes() : page;
    System.arraycopy(from, at, to, page == null ? at : 0, length);
  }
}
