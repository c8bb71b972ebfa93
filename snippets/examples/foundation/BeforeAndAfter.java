//JAVA 25+
//DESCRIPTION Counts kernel calls of data paths, before and after lifting the logic.
//SOURCES ../../porter/src/main/java/org/ringbook/porter/**.java
//READS ../../native/core/*
//READS ../../native/drivers/linux/*
//READS ../../../volumes/api-map/*.yaml

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ringbook.porter.ApiMap;
import org.ringbook.porter.CFunction;
import org.ringbook.porter.CSource;
import org.ringbook.porter.CallGraph;
import org.ringbook.porter.DriverSources;
import org.ringbook.porter.Entries;
import org.ringbook.porter.Inventory;
import org.ringbook.porter.RecordedDrivers;

void main() throws IOException {
  IO.println("%-22s%10s%10s%8s".formatted("", "functions", "touching", "calls"));
  for (RecordedDrivers.Driver linux : RecordedDrivers.all()) {
    row("before: " + linux.name(), linux.perPacket(), linux.touching(),
        linux.kernelCalls());
  }
  after();
}

// tag::after[]
void after() throws IOException {
  Path adapter = DriverSources.inBook("snippets/native/drivers/linux");
  Path core = DriverSources.inBook("snippets/native/core");
  List<CSource> sources = DriverSources.of(adapter, core);
  ApiMap map = ApiMap.read(DriverSources.inBook("volumes/api-map"), "linux");
  Inventory inventory = new Inventory(sources, map);
  CallGraph graph = new CallGraph(sources);
  Set<CFunction> path = graph.reach(Entries.of(sources, graph).perPacket());
  count("after: core", inventory, path, true);
  count("after: Linux adapter", inventory, path, false);
}

void count(String what, Inventory inventory, Set<CFunction> path, boolean core) {
  List<Integer> calls =
      path.stream()
          .filter(function -> function.file().startsWith("dp_") == core)
          .map(inventory::kernelCalls)
          .toList();
  int touching = (int) calls.stream().filter(n -> n > 0).count();
  int all = calls.stream().mapToInt(n -> n).sum();
  row(what, calls.size(), touching, all);
}

// end::after[]

void row(String what, int functions, int touching, int calls) {
  IO.println("%-22s%10d%10d%8d".formatted(what, functions, touching, calls));
}
