//JAVA 25+
//DESCRIPTION Lists the kernel calls of a data path, and what becomes of each.
//SOURCES ../../porter/src/main/java/org/ringbook/porter/**.java
//READS ../../native/core/*
//READS ../../native/drivers/linux/*
//READS ../../../volumes/api-map/*.yaml

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringbook.porter.ApiMap;
import org.ringbook.porter.CFunction;
import org.ringbook.porter.CSource;
import org.ringbook.porter.CallGraph;
import org.ringbook.porter.DriverSources;
import org.ringbook.porter.Entries;
import org.ringbook.porter.Inventory;
import org.ringbook.porter.Inventory.Fate;
import org.ringbook.porter.Inventory.Line;

// tag::decisions[]
/** Names that the API map doesn't have: what a person decided, and why. */
static final String DECIDED =
    """
    PORTABLE  csum_tcpudp_magic            RFC 1071 arithmetic, no kernel in it
    ADAPTER   SKB_DATA_ALIGN               lay-out of an sk_buff
    ADAPTER   ip_hdr tcp_hdr tcp_hdrlen    where an sk_buff keeps its headers
    ADAPTER   vlan_get_protocol            read out of the frame or the sk_buff
    ADAPTER   dev_alloc_page               where receive buffers come from
    ADAPTER   __netif_tx_trylock           the queue's lock
    ADAPTER   __netif_tx_unlock            the same
    ADAPTER   u64_stats_add u64_stats_inc  counters of 64 bits on any machine
    ADAPTER   WARN_ON_ONCE                 a line in the log
    EXCEPTION __netdev_sent_queue          byte queue limits: Linux alone
    """;
// end::decisions[]

void main() throws IOException {
  Path map = DriverSources.inBook("volumes/api-map");
  List<CSource> sources =
      DriverSources.of(
          DriverSources.inBook("snippets/native/drivers/linux"),
          DriverSources.inBook("snippets/native/core"));
  CallGraph graph = new CallGraph(sources);
  Set<CFunction> path = graph.reach(Entries.of(sources, graph).perPacket());
  ApiMap linux = ApiMap.read(map, "linux");
  // tag::fates[]
  Inventory first = new Inventory(sources, linux);
  Inventory second = new Inventory(sources, linux, decisions());
  long open = count(first.of(path), Fate.UNDECIDED);
  IO.println("with the map alone: " + open + " open");
  for (Fate fate : Fate.values()) {
    show(fate, second.of(path));
  }
  // end::fates[]
}

Map<String, Fate> decisions() {
  Map<String, Fate> decided = new TreeMap<>();
  for (String row : DECIDED.lines().toList()) {
    for (String name : row.substring(10, 39).strip().split(" +", -1)) {
      decided.put(name, Fate.valueOf(row.substring(0, 10).strip()));
    }
  }
  return decided;
}

long count(List<Line> lines, Fate fate) {
  return lines.stream().filter(line -> line.fate() == fate).count();
}

void show(Fate fate, List<Line> lines) {
  IO.println(fate + ": " + count(lines, fate));
  StringBuilder row = new StringBuilder(" ");
  for (Line line : lines) {
    if (line.fate() != fate) {
      continue;
    }
    if (row.length() + line.name().length() > 74) {
      IO.println(row);
      row = new StringBuilder(" ");
    }
    row.append(' ').append(line.name());
  }
  if (!row.toString().isBlank()) {
    IO.println(row);
  }
}
