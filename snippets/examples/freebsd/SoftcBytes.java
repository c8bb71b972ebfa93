//JAVA 25+
//DESCRIPTION Adds up what the rings of one port take, on the bus and beside it.

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;

// tag::bytes[]
static final long DESCRIPTOR = 16;
static final long CLUSTER = 2048;
static final int MOST_PIECES = 16;

/** struct rbe_buffer: next, m, map, loaded. */
static final long BUFFER = sizeof(ADDRESS, ADDRESS, ADDRESS, JAVA_BOOLEAN);

/** struct dp_buffer: packet, address. */
static final long POSTED = sizeof(ADDRESS, JAVA_LONG);

void main() {
  IO.println("slots  rings  arrays  buffers  clusters  the device sees");
  for (int slots = 64; slots <= 4096; slots *= 4) {
    long rings = 2L * slots * DESCRIPTOR;
    long arrays = slots * (sizeof(ADDRESS) + sizeof(JAVA_INT) + POSTED);
    long buffers = (2L * slots + MOST_PIECES) * BUFFER;
    long clusters = (slots - 1) * CLUSTER;
    long device = 100 * (rings + clusters) / (rings + arrays + buffers + clusters);
    String row = "%5d %6d %7d %8d %9d  %d %% of it";
    IO.println(row.formatted(slots, rings, arrays, buffers, clusters, device));
  }
  long frame = BUFFER + sizeof(ADDRESS) + sizeof(JAVA_INT);
  IO.println("a frame to send takes " + frame + " bytes beside its slot");
}

/** As a compiler for 64 bits lays the members out, the end padded. */
static long sizeof(MemoryLayout... members) {
  long size = 0;
  long widest = 1;
  for (MemoryLayout member : members) {
    long align = member.byteAlignment();
    size = (size + align - 1) / align * align + member.byteSize();
    widest = Math.max(widest, align);
  }
  return (size + widest - 1) / widest * widest;
}
// end::bytes[]
