package org.ringbook.adapters.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.ringbook.adapters.host.Headers;

/**
 * Makes the headers of a merged frame fit it ({@code inet_gro_complete} and {@code
 * tcp4_gro_complete}): length and checksum of IPv4, flags of the last segment. The
 * TCP checksum stays the first segment's; the frame is marked as checked.
 */
final class GroHeaders {
  private static final int MAC = 14;
  private static final int TCP_FLAGS = MAC + 20 + 13;
  private static final int BYTES = MAC + 40;

  private GroHeaders() {}

  static void complete(SkBuff first) {
    MemorySegment memory = first.rawData().asSlice(0, BYTES);
    byte[] bytes = memory.toArray(JAVA_BYTE);
    int more = first.merged().stream().mapToInt(Gro::payload).sum();
    int length = first.rawLength() - MAC + more;
    ByteBuffer.wrap(bytes).putShort(MAC + 2, (short) length);
    Headers.of(bytes).writeIpChecksum();
    bytes[TCP_FLAGS] |= first.merged().getLast().rawData().get(JAVA_BYTE, TCP_FLAGS);
    MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, 0, BYTES);
  }
}
