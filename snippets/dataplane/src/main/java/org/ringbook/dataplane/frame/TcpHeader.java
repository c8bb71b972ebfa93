package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The TCP header (RFC 9293 section 3.1; CWR and ECE: RFC 3168 section 6.1).
 *
 * <pre>
 *     31  28 27  24 23           16 15                         0
 *    +-----------------------------+----------------------------+
 *  0 |         source port         |      destination port      |
 *    +-----------------------------+----------------------------+
 *  4 |                     sequence number                      |
 *    +----------------------------------------------------------+
 *  8 |                  acknowledgment number                   |
 *    +------+------+---------------+----------------------------+
 * 12 |offset|  -   |CEUAPRSF flags |           window           |
 *    +------+------+---------------+----------------------------+
 * 16 |          checksum           |       urgent pointer       |
 *    +-----------------------------+----------------------------+
 * 20 |             options, 0 to 10 words of 32 bits            |
 *    +----------------------------------------------------------+
 * </pre>
 *
 * <p>The data offset counts words of 4 bytes, header included. TCP has no length of
 * its own: the segment ends where the IP datagram ends. The checksum covers a
 * pseudo header with both addresses, the protocol and that length.
 */
public final class TcpHeader {
  /** Bytes without options; the least. */
  public static final int BYTES = 20;

  /** Bytes with all options there can be. */
  public static final int MAX_BYTES = 60;

  /** Offset of the flags in the header; a segmenting device writes there. */
  public static final int FLAGS = 13;

  /** Offset of the checksum in the header: what a NIC is told as TUCSO. */
  public static final int CHECKSUM = 16;

  /** Flag: no more data from the sender. */
  public static final int FIN = 0x01;

  /** Flag: synchronize sequence numbers. */
  public static final int SYN = 0x02;

  /** Flag: reset the connection. */
  public static final int RST = 0x04;

  /** Flag: push the data to the receiver. */
  public static final int PSH = 0x08;

  /** Flag: the acknowledgment number counts. */
  public static final int ACK = 0x10;

  /** Flag: the urgent pointer counts. */
  public static final int URG = 0x20;

  /** Flag: congestion was experienced. */
  public static final int ECE = 0x40;

  /** Flag: the congestion window was reduced. */
  public static final int CWR = 0x80;

  private TcpHeader() {}

  /** Source port, 16 bits. */
  public static int sourcePort(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset);
  }

  /** Destination port, 16 bits. */
  public static int destinationPort(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 2);
  }

  /** Sequence number of the first data byte; 32 bits that wrap around. */
  public static int sequence(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 4);
  }

  /** The next sequence number that is expected; counts if ACK is set. */
  public static int acknowledgment(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 8);
  }

  /** Bytes of the header: data offset times 4, 0 to 60; below 20 it is broken. */
  public static int headerLength(MemorySegment frame, long offset) {
    return (NetworkOrder.u8(frame, offset + 12) >>> 4) * 4;
  }

  /** The eight flags. */
  public static int flags(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + FLAGS);
  }

  /** Receive window before scaling, 16 bits. */
  public static int window(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 14);
  }

  /** The checksum as it stands, 16 bits. */
  public static int checksum(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + CHECKSUM);
  }

  /** End of the urgent data, relative to the sequence number; counts with URG. */
  public static int urgentPointer(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 18);
  }

  /** Sets both ports. */
  public static void ports(MemorySegment frame, long offset, int from, int to) {
    NetworkOrder.put16(frame, offset, from);
    NetworkOrder.put16(frame, offset + 2, to);
  }

  /** Sets the sequence number. */
  public static void sequence(MemorySegment frame, long offset, int number) {
    NetworkOrder.put32(frame, offset + 4, number);
  }

  /** Sets the acknowledgment number. */
  public static void acknowledgment(MemorySegment frame, long offset, int number) {
    NetworkOrder.put32(frame, offset + 8, number);
  }

  /** Sets the header's length, a multiple of 4 from 20 to 60; reserved bits: 0. */
  public static void headerLength(MemorySegment frame, long offset, int bytes) {
    NetworkOrder.put8(frame, offset + 12, (bytes / 4) << 4);
  }

  /** Sets all eight flags. */
  public static void flags(MemorySegment frame, long offset, int flags) {
    NetworkOrder.put8(frame, offset + FLAGS, flags);
  }

  /** Sets the window, 16 bits. */
  public static void window(MemorySegment frame, long offset, int window) {
    NetworkOrder.put16(frame, offset + 14, window);
  }

  /** Sets the checksum, 16 bits. */
  public static void checksum(MemorySegment frame, long offset, int checksum) {
    NetworkOrder.put16(frame, offset + CHECKSUM, checksum);
  }

  /** Sets the urgent pointer, 16 bits. */
  public static void urgentPointer(MemorySegment frame, long offset, int end) {
    NetworkOrder.put16(frame, offset + 18, end);
  }
}
