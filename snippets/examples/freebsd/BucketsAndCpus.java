//JAVA 25+
//DESCRIPTION Flows to buckets, queues and CPUs, as FreeBSD's RSS lays them out.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.IndirectionTable;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.offload.ToeplitzTable;

static final int FLOWS = 1200;
static final ToeplitzTable HASH = new ToeplitzTable(RssKey.microsoft());

void main() {
  IO.println("CPUs  queues  buckets  on the CPU that the stack expects");
  meet(8, 8);
  meet(8, 4);
  meet(8, 6);
  meet(6, 6);
  spread(6);
}

// tag::kernel[]
/** net/rss_config.c: at least two buckets for each CPU, and a power of two. */
int buckets(int cpus) {
  int bits = Integer.SIZE - Integer.numberOfLeadingZeros(cpus - 1) + 1;
  return 1 << Math.min(bits, 7);
}

/** The CPU on which the stack wants a hash: buckets go round. */
int cpuOfStack(int hash, int cpus) {
  return (hash & buckets(cpus) - 1) % cpus;
}

/** What drivers put into the card's 128 entries: the bucket's queue. */
IndirectionTable programmed(int cpus, int queues) {
  IndirectionTable table = new IndirectionTable(queues);
  for (int entry = 0; entry < table.size(); entry++) {
    table.set(entry, (entry & buckets(cpus) - 1) % queues);
  }
  return table;
}

/** The driver binds queue q to the CPU of bucket q. */
void meet(int cpus, int queues) {
  IndirectionTable table = programmed(cpus, queues);
  int met = 0;
  for (int flow = 0; flow < FLOWS; flow++) {
    int hash = hash(flow);
    int cpu = table.queue(hash) % cpus;
    met += cpu == cpuOfStack(hash, cpus) ? 1 : 0;
  }
  String row = "%4d  %6d  %7d  %d of %d flows";
  IO.println(row.formatted(cpus, queues, buckets(cpus), met, FLOWS));
}
// end::kernel[]

/** How many flows each queue has, by two tables. */
void spread(int queues) {
  int[] driver = new int[queues];
  int[] kernel = new int[queues];
  IndirectionTable even = new IndirectionTable(queues);
  IndirectionTable byBucket = programmed(queues, queues);
  for (int flow = 0; flow < FLOWS; flow++) {
    driver[even.queue(hash(flow))]++;
    kernel[byBucket.queue(hash(flow))]++;
  }
  IO.println("driver's own table: " + Arrays.toString(driver));
  IO.println("kernel's buckets:   " + Arrays.toString(kernel));
  IO.println("\n# plot: spread\nqueue driver kernel");
  for (int q = 0; q < queues; q++) {
    IO.println(q + " " + driver[q] + " " + kernel[q]);
  }
}

int hash(int flow) {
  byte[] frame =
      FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
          .ipv4("192.0.2.1", "198.51.100.7")
          .tcp(1024 + flow, 443)
          .buildPadded();
  return HASH.ipv4(MemorySegment.ofArray(frame), 14, 34);
}
