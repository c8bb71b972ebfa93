//JAVA 25+
//DESCRIPTION A driver keys its hash by itself: what the stack makes of the number.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.offload.ToeplitzTable;

static final int CPUS = 8;
static final int BUCKETS = 16;
static final int FLOWS = 1200;
static final ToeplitzTable STACK = new ToeplitzTable(RssKey.microsoft());

void main() {
  byte[] own = new byte[40];
  new Random(2024).nextBytes(own);
  IO.println("hash with the key of  said to be    sent to the wrong CPU");
  row("the stack", "RSS_TCP_IPV4", STACK);
  row("the driver", "RSS_TCP_IPV4", new ToeplitzTable(new RssKey(own)));
  row("the driver", "OPAQUE_HASH", new ToeplitzTable(new RssKey(own)));
}

// tag::wrong[]
/** The stack wants a flow on the CPU that its own hash of it says. */
void row(String key, String type, ToeplitzTable device) {
  int wrong = 0;
  for (int flow = 0; flow < FLOWS; flow++) {
    MemorySegment frame = MemorySegment.ofArray(frame(flow));
    int home = cpu(STACK.ipv4(frame, 14, 34));
    int flowid = device.ipv4(frame, 14, 34);
    boolean believed = type.startsWith("RSS_"); // rss_hash2cpuid
    int chosen = believed ? cpu(flowid) : home; // hashed again in software
    wrong += chosen == home ? 0 : 1;
  }
  IO.println("%-20s  %-12s  %d of %d".formatted(key, type, wrong, FLOWS));
}

int cpu(int hash) {
  return (hash & BUCKETS - 1) % CPUS;
}

// end::wrong[]

byte[] frame(int flow) {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "198.51.100.7")
      .tcp(1024 + flow, 443)
      .buildPadded();
}
