package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;

/**
 * CRC-32C (Castagnoli), which SCTP, iSCSI and RoCE compute and cards offload: the
 * polynomial 0x1edc6f41, reflected, all ones before and inverted after (RFC 3720
 * 12.1, RFC 9260 appendix A).
 *
 * <p>{@link java.util.zip.CRC32C} uses the CPU's instruction for it, but wants an
 * array or a buffer object for each call; this one reads any memory segment and
 * allocates nothing.
 */
public final class Crc32c {
  private static final ReflectedCrc CRC = new ReflectedCrc(0x82f63b78);

  private Crc32c() {}

  /** The check value of a range; on the wire its least significant byte is first. */
  public static int of(MemorySegment data, long offset, long length) {
    return extend(0, data, offset, length);
  }

  /** The check value of what {@code crc} covers, followed by a range. */
  public static int extend(int crc, MemorySegment data, long offset, long length) {
    return ~CRC.update(~crc, data, offset, length);
  }
}
